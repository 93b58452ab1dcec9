import { Link } from "react-router";
import { briefTime, dayOf } from "@/lib/format";
import { texts } from "../texts";
import { addressOf, dayLabel, type Shown } from "./card-facts";

/** An activity's next free times side by side, each a way to hold it. */
export function NextTimes({ activity, people = 1 }: { activity: Shown; people?: number }) {
  const { next_slots: slots } = activity;
  if (!slots) return null;
  if (slots.length === 0) return <p className="py-3.5 text-sm text-ink-soft">{texts.activities.noTimes}</p>;
  return (
    <ul aria-label={`${texts.activities.nextTimes}: ${activity.name}`} className="relative z-10 grid max-w-80 grid-cols-3 gap-1.5">
      {slots.map((slot) => (
        <li key={slot.id}>
          <Link
            to={addressOf(activity, slot, people)}
            className="flex min-h-12 flex-col items-center justify-center rounded-xl border border-line bg-sand px-0.5 py-1 text-center leading-tight hover:border-lagoon hover:bg-lagoon-tint"
          >
            <span className="text-xs whitespace-nowrap text-ink-soft">{dayLabel(dayOf(slot.start_time))} </span>
            <span className="text-sm font-semibold tracking-tight whitespace-nowrap text-lagoon-deep">{briefTime(slot.start_time)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
