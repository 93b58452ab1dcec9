import { Button } from "@/components/ui/Button";
import { alternativesOf, asApiError, inWords } from "@/lib/errors";
import { clockTime, shortDay } from "@/lib/format";
import { texts } from "./texts";

interface Props {
  problem: unknown;
  /** Book another departure, by its id. */
  onChoose: (slotId: string) => void;
}

/** Why it was not booked; what can be had instead is one tap away. */
export function Refusal({ problem, onChoose }: Props) {
  if (!problem) return null;
  const error = asApiError(problem);
  const others = alternativesOf(error);
  const isTaken = error.code === "SLOT_UNAVAILABLE";
  return (
    <div role="alert" className="grid gap-3 rounded-2xl border border-coral/50 bg-coral-tint p-4">
      <p className="font-semibold">{isTaken ? (others.length > 0 ? texts.taken : texts.noOther) : inWords(error)}</p>
      {others.length > 0 ? (
        <div className="flex flex-wrap gap-2">
          {others.map((one) => (
            <Button key={one.id} look="quiet" size="small" onClick={() => { onChoose(one.id); }}>
              {texts.bookAt(`${shortDay(one.start_time)}, ${clockTime(one.start_time)}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
