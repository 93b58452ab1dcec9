import type { ApiError } from "@/lib/errors";
import { Refusal } from "../parts/Refusal";
import { texts } from "./texts";

/** Why a change of a departure was refused; where somebody else was faster, that is said. */
export function SlotRefusal({ problem }: { problem: ApiError | null }) {
  if (problem?.code !== "PRECONDITION_FAILED") return <Refusal problem={problem} />;
  return (
    <p role="alert" className="rounded-xl bg-sun-tint p-4">
      {texts.departure.changed}
    </p>
  );
}
