import type { Slot } from "@/api/shapes";
import { timeLabel } from "../parts/card-facts";
import { texts } from "../texts";
import { nearestFree } from "./times";

interface Times {
  times: Pick<Slot, "id" | "start_time">[];
  label: (when: string) => string;
  isBusy?: boolean;
  onChoose: (slot: Pick<Slot, "id" | "start_time">) => void;
}

/** That a time is gone, and what can be had instead. */
export function Alternatives({ times, label, isBusy = false, onChoose }: Times) {
  return (
    <div role="alert" className="mb-3 rounded-2xl border border-coral/50 bg-coral-tint p-4">
      <p className="font-semibold">{times.length > 0 ? texts.detail.taken : texts.detail.takenNone}</p>
      {times.length > 0 ? (
        <ul className="mt-3 flex flex-wrap gap-2">
          {times.map((slot) => (
            <li key={slot.id}>
              <button
                type="button"
                disabled={isBusy}
                className="min-h-11 rounded-full border border-coral bg-shell px-4 font-semibold text-coral-deep hover:bg-coral hover:text-on-coral"
                onClick={() => {
                  onChoose(slot);
                }}
              >
                {label(timeLabel(slot.start_time))}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The chosen time was taken while it was looked at. */
export function Taken({ slots, taken, onChoose }: { slots: Slot[]; taken: Slot; onChoose: Times["onChoose"] }) {
  return <Alternatives times={nearestFree(slots, taken)} label={(when) => when} onChoose={onChoose} />;
}
