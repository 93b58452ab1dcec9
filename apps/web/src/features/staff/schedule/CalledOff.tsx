import type { DeskSlot } from "@/api/shapes";
import { Section } from "@/components/ui/Section";
import { cn } from "@/lib/cn";
import { shortDay } from "@/lib/format";
import { clockReader, grouped, rowsOf, type BoardActivity } from "./board";
import { texts } from "./texts";

interface Props {
  slots: DeskSlot[];
  activities: BoardActivity[];
}

/** The departures that closing is about, by activity. */
export function CalledOff({ slots, activities }: Props) {
  const clock = clockReader();
  const rows = rowsOf(slots, activities, { kind: "", activity: "" });
  return (
    <Section title={texts.departures(slots.length)}>
      {rows.length === 0 ? <p>{texts.stretch.nothing}</p> : null}
      <dl className="grid gap-4">
        {rows.map(({ activity, slots: some }) => (
          <div key={activity.id}>
            <dt className="font-semibold">{activity.name}</dt>
            {[...grouped(some, (slot) => shortDay(slot.start_time))].map(([day, slots]) => (
              <dd key={day} className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-ink-soft">
                <span className="w-24">{day}</span>
                {slots.map((slot) => (
                  <span key={slot.id} className={cn("whitespace-nowrap tabular-nums", slot.booked_count > 0 && "font-semibold text-ink")}>
                    {`${clock.time(slot.start_time)} (${texts.board.sold(slot.booked_count, slot.capacity)})`}
                  </span>
                ))}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Section>
  );
}
