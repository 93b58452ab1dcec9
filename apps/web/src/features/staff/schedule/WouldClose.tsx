import type { Consequences, DeskSlot } from "@/api/shapes";
import { money } from "@/lib/format";
import { grouped, type BoardActivity } from "./board";
import { Concerned } from "./Concerned";
import { FreeInstead } from "./FreeInstead";
import { reachedOf } from "./reached";
import { texts } from "./texts";

interface Props {
  would: Consequences;
  slots: DeskSlot[];
  activities: BoardActivity[];
}

/** What closing these departures would do, before it is done: bookings, messages, other times. */
export function WouldClose({ would, slots, activities }: Props) {
  const { bookings, people } = would;
  if (bookings.length === 0) return <p role="status">{texts.closing.nobody}</p>;
  const { told, unreached } = reachedOf(would);
  const slotOf = new Map(slots.map((slot) => [slot.id, slot]));
  const byActivity = grouped(bookings, (one) => slotOf.get(one.time_slot_id)?.activity_id ?? "");
  return (
    <div className="grid gap-3">
      <div role="status" className="grid gap-1">
        <p className="font-semibold">{texts.closing.would(bookings.length, people)}</p>
        {told > 0 ? <p>{texts.closing.messages(told)}</p> : null}
        {unreached > 0 ? <p className="text-coral-deep">{texts.closing.unreached(unreached)}</p> : null}
        {Number(would.total_price) > 0 ? <p className="text-ink-soft">{texts.closing.worth(money(would.total_price, would.currency))}</p> : null}
      </div>
      {activities
        .filter(({ id }) => byActivity.has(id))
        .map((activity) => (
          <FreeInstead
            key={activity.id}
            activity={activity}
            closed={slots.filter((slot) => slot.activity_id === activity.id)}
            people={Math.max(...(byActivity.get(activity.id) ?? []).map((one) => one.participants))}
          />
        ))}
      <Concerned bookings={bookings} />
    </div>
  );
}
