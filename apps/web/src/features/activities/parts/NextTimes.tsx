import { Link } from "react-router";
import { timeLabel, addressOf, type Shown } from "./card-facts";
import { texts } from "../texts";

/** An activity's next free times, each a way to hold it. */
export function NextTimes({ activity, people = 1 }: { activity: Shown; people?: number }) {
  const { next_slots: slots } = activity;
  if (!slots) return null;
  if (slots.length === 0) return <p className="py-2.5 text-sm text-ink-soft">{texts.activities.noTimes}</p>;
  return (
    <ul aria-label={`${texts.activities.nextTimes}: ${activity.name}`} className="relative z-10 -m-1 flex flex-wrap gap-1.5 p-1">
      {slots.map((slot) => (
        <li key={slot.id}>
          <Link
            to={addressOf(activity, slot, people)}
            className="inline-flex min-h-11 items-center rounded-full border border-line bg-sand px-2.75 text-sm font-semibold whitespace-nowrap text-lagoon-deep hover:border-lagoon hover:bg-lagoon-tint"
          >
            {timeLabel(slot.start_time)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
