import { useMemo } from "react";
import { clockReader, grouped, hoursOf, type ClockReader, type Row } from "./board";
import { DepartureChip } from "./DepartureChip";
import { texts } from "./texts";

interface Props {
  rows: Row[];
  onOpen: (id: string) => void;
}

/** A day at a glance: an activity a row, an hour a column. */
export function DayBoard({ rows, onOpen }: Props) {
  const clock = useMemo(() => clockReader(), []);
  const hours = useMemo(() => hoursOf(rows.flatMap((row) => row.slots), clock), [rows, clock]);
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-shell">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{texts.board.hours}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-10 border-b border-line bg-shell p-3 text-left text-sm text-ink-soft">
              {texts.board.activity}
            </th>
            {hours.map((hour) => (
              <th key={hour} scope="col" className="border-b border-l border-line p-2 text-left text-sm whitespace-nowrap text-ink-soft tabular-nums">
                {clock.label(hour)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ActivityRow key={row.activity.id} row={row} hours={hours} clock={clock} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  row: Row;
  hours: number[];
  clock: ClockReader;
  onOpen: (id: string) => void;
}

function ActivityRow({ row: { activity, slots }, hours, clock, onOpen }: RowProps) {
  const byHour = grouped(slots, (slot) => clock.hour(slot.start_time));
  return (
    <tr>
      <th scope="row" className="sticky left-0 z-10 max-w-48 min-w-36 border-b border-line bg-shell p-3 text-left font-semibold">
        {activity.name}
      </th>
      {hours.map((hour) => (
        <td key={hour} className="border-b border-l border-line p-1 align-top">
          <div className="grid gap-1">
            {(byHour.get(hour) ?? []).map((slot) => (
              <DepartureChip key={slot.id} slot={slot} time={clock.time(slot.start_time)} brief={clock.brief(slot.start_time)} name={activity.name} onOpen={onOpen} />
            ))}
          </div>
        </td>
      ))}
    </tr>
  );
}
