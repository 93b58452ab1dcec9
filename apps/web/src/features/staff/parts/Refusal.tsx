import { asApiError, inWords } from "@/lib/errors";

/** Says beside a form why something was refused. */
export function Refusal({ problem }: { problem: unknown }) {
  if (!problem) return null;
  return (
    <p role="alert" className="rounded-xl bg-coral-tint p-4 text-coral-deep">
      {inWords(asApiError(problem))}
    </p>
  );
}
