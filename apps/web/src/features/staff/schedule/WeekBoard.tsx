import { useMemo } from "react";
import type { DeskSlot } from "@/api/shapes";
import { cn } from "@/lib/cn";
import { dayInWords, today } from "@/lib/days";
import { zoned } from "@/lib/format";
import { clockReader, rowsOf, sumOf, type BoardActivity, type Narrowed } from "./board";
import { DepartureChip } from "./DepartureChip";
import { SeatsBar } from "./SeatsBar";
import { texts } from "./texts";

interface Props {
  days: { day: string; slots: DeskSlot[] }[];
  activities: BoardActivity[];
  narrowed: Narrowed;
  onOpen: (id: string) => void;
  onDay: (day: string, activity?: string) => void;
}

const FEW = 2;

/** A week over all activities; a cell of many departures leads to its day. */
export function WeekBoard({ days, activities, narrowed, onOpen, onDay }: Props) {
  const { locale } = zoned();
  const rows = useMemo(() => rowsOf(days.flatMap(({ slots }) => slots), activities, narrowed), [days, activities, narrowed]);
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-shell">
      <table className="w-full table-fixed border-separate border-spacing-0">
        <caption className="sr-only">{texts.board.weekOf}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-44 border-b border-line p-3 text-left text-sm text-ink-soft">
              {texts.board.activity}
            </th>
            {days.map(({ day }) => (
              <th key={day} scope="col" className="border-b border-l border-line p-1 text-left">
                <button
                  type="button"
                  className={cn("min-h-11 w-full rounded-lg px-2 text-left hover:text-lagoon-deep", day === today() && "bg-lagoon-tint text-lagoon-deep")}
                  onClick={() => {
                    onDay(day);
                  }}
                >
                  {dayInWords(day, { weekday: "short", month: "short", day: "numeric" }, locale)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ activity }) => (
            <tr key={activity.id}>
              <th scope="row" className="border-b border-line p-3 text-left font-semibold">
                {activity.name}
              </th>
              {days.map(({ day, slots }) => (
                <td key={day} className="border-b border-l border-line p-1 align-top">
                  <Cell
                    day={day}
                    slots={slots.filter((slot) => slot.activity_id === activity.id)}
                    activity={activity}
                    onOpen={onOpen}
                    onDay={onDay}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  day: string;
  slots: DeskSlot[];
  activity: BoardActivity;
  onOpen: Props["onOpen"];
  onDay: Props["onDay"];
}

function Cell({ day, slots, activity, onOpen, onDay }: CellProps) {
  const clock = useMemo(() => clockReader(), []);
  if (slots.length === 0) return null;
  if (slots.length <= FEW)
    return (
      <div className="grid gap-1">
        {slots.map((slot) => (
          <DepartureChip key={slot.id} slot={slot} time={clock.time(slot.start_time)} name={activity.name} onOpen={onOpen} />
        ))}
      </div>
    );
  const { departures, sold, capacity, closed } = sumOf(slots);
  return (
    <button
      type="button"
      className="relative grid min-h-11 w-full content-center gap-1 rounded-lg border border-line px-2 py-1 text-left text-sm hover:border-lagoon"
      onClick={() => {
        onDay(day, activity.slug);
      }}
    >
      <span className="sr-only">
        {`${activity.name}, ${dayInWords(day, { weekday: "long", month: "long", day: "numeric" }, zoned().locale)}: ${texts.board.count(departures, sold, capacity)}${closed ? `, ${texts.board.closedCount(closed)}` : ""}`}
      </span>
      <span aria-hidden="true" className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span className="font-semibold">{departures} ×</span>
        <span className="text-xs tabular-nums">{texts.board.sold(sold, capacity)}</span>
      </span>
      <SeatsBar sold={sold} capacity={capacity} />
      {closed ? <span aria-hidden="true" className="text-xs text-coral-deep">{texts.board.closedCount(closed)}</span> : null}
    </button>
  );
}
