import { Button } from "@/components/ui/Button";
import { inWords, type ApiError } from "@/lib/errors";

interface Props {
  problem: ApiError | null;
  /** What the guest can do instead. */
  instead?: { label: string; onTap: () => void } | undefined;
}

/** Says in a dialog why something was refused. */
export function Refused({ problem, instead }: Props) {
  if (!problem) return null;
  return (
    <div role="alert" className="rounded-xl bg-coral-tint p-4 text-coral-deep">
      <p>{inWords(problem)}</p>
      {instead ? (
        <Button look="danger" size="small" className="mt-3" onClick={instead.onTap}>
          {instead.label}
        </Button>
      ) : null}
    </div>
  );
}
