import type { DeskSlot } from "@/api/shapes";
import { useAvailability } from "@/lib/availability-call";
import { addDays, today } from "@/lib/days";
import { clockTime, dayOf, shortDay } from "@/lib/format";
import { texts } from "./texts";

const MOST = 3;
const DAYS_AROUND = 14;

interface Props {
  activity: { id: string; name: string };
  /** What would be closed of this activity. */
  closed: DeskSlot[];
  people: number;
}

/** The other times that a message about a closed departure can offer, nearest first. */
export function FreeInstead({ activity, closed, people }: Props) {
  const start = closed[0]?.start_time ?? "";
  const day = start ? dayOf(start) : today();
  const first = addDays(day, -DAYS_AROUND) < today() ? today() : addDays(day, -DAYS_AROUND);
  const free = useAvailability(activity.id, { from: first, to: addDays(first, 2 * DAYS_AROUND), participants: people });
  if (!free.data) return null;
  const isOff = new Set(closed.map((slot) => slot.id));
  const away = (moment: string) => Math.abs(Date.parse(moment) - Date.parse(start));
  const nearest = free.data
    .filter((slot) => slot.is_available && !isOff.has(slot.id))
    .sort((one, other) => away(one.start_time) - away(other.start_time))
    .slice(0, MOST);
  return (
    <div>
      <h3 className="font-sans text-sm text-ink-soft">{`${texts.closing.instead}: ${activity.name}`}</h3>
      {nearest.length === 0 ? <p>{texts.closing.noInstead}</p> : null}
      <ul className="mt-1 flex flex-wrap gap-2">
        {nearest.map((slot) => (
          <li key={slot.id} className="rounded-full bg-palm-tint px-3 py-1 text-sm font-semibold text-palm">
            {`${shortDay(slot.start_time)}, ${clockTime(slot.start_time)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
