import type { DeskSlot } from "@/api/shapes";
import { Section } from "@/components/ui/Section";
import { shortDay } from "@/lib/format";
import { clockReader, rowsOf, type BoardActivity } from "./board";
import { texts } from "./texts";

interface Props {
  slots: DeskSlot[];
  activities: BoardActivity[];
}

const SHOWN = 12;

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
            <dd className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-ink-soft">
              {some.slice(0, SHOWN).map((slot) => (
                <span key={slot.id} className="whitespace-nowrap tabular-nums">
                  {`${shortDay(slot.start_time)}, ${clock.time(slot.start_time)} (${texts.board.sold(slot.booked_count, slot.capacity)})`}
                </span>
              ))}
              {some.length > SHOWN ? <span>{texts.stretch.andMore(some.length - SHOWN)}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
