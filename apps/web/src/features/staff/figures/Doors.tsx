import type { Figures } from "@/api/shapes";
import { Section } from "@/components/ui/Section";
import { Bar } from "./Bar";
import { percent } from "./percent";
import { texts } from "./texts";

/** Through which doors the sold bookings came, the busiest first. */
export function Doors({ total }: { total: Figures }) {
  const doors = Object.entries(total.doors).sort(([, one], [, other]) => other - one);
  const names: Partial<Record<string, string>> = texts.doors.door;
  return (
    <Section title={texts.doors.title}>
      {doors.length === 0 ? <p className="text-ink-soft">{texts.doors.none}</p> : null}
      <ul className="grid gap-3">
        {doors.map(([door, count]) => {
          const part = total.bookings === 0 ? 0 : count / total.bookings;
          return (
            <li key={door}>
              <p className="flex justify-between gap-3">
                <span className="font-semibold">{names[door] ?? door}</span>
                <span className="tabular-nums">
                  {count} <span className="text-ink-soft">({percent(part)})</span>
                </span>
              </p>
              <div className="mt-1">
                <Bar part={part} />
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
