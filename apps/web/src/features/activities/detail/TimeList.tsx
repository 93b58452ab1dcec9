import type { Slot } from "@/api/shapes";
import { cn } from "@/lib/cn";
import { clockTime } from "@/lib/format";
import { texts } from "../texts";

interface Props {
  slots: Slot[];
  chosenId: string | null;
  /** Whether there is nothing on the days around either. */
  isEmpty: boolean;
  onChoose: (slot: Slot) => void;
}

const FEW = 3;

/** The departures of a day, each with the places left or the reason why it cannot be had. */
export function TimeList({ slots, chosenId, isEmpty, onChoose }: Props) {
  if (slots.length === 0) return <p className="py-3 text-ink-soft">{isEmpty ? texts.detail.noneSoon : texts.detail.noTimes}</p>;
  return (
    <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-2">
      {slots.map((slot) => (
        <li key={slot.id}>
          <Time slot={slot} isChosen={slot.id === chosenId && slot.is_available} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}

function Time({ slot, isChosen, onChoose }: { slot: Slot; isChosen: boolean; onChoose: (slot: Slot) => void }) {
  const isFew = slot.is_available && slot.seats_left <= FEW;
  return (
    <button
      type="button"
      disabled={!slot.is_available}
      aria-pressed={isChosen}
      className={cn(
        "flex min-h-15 w-full flex-col items-start justify-center rounded-2xl border px-3.5 py-2 text-left",
        isChosen ? "border-lagoon bg-lagoon text-on-lagoon" : "border-line bg-shell enabled:hover:border-lagoon",
        !slot.is_available && "border-dashed bg-transparent text-ink-soft",
      )}
      onClick={() => {
        onChoose(slot);
      }}
    >
      <span className={cn("font-semibold", !slot.is_available && "line-through")}>{clockTime(slot.start_time)}</span>
      <span className={cn("text-sm", !isChosen && (isFew ? "font-semibold text-coral-deep" : "text-ink-soft"))}>
        {slot.reason ? texts.detail.reasons[slot.reason] : texts.detail.left(slot.seats_left)}
      </span>
    </button>
  );
}
