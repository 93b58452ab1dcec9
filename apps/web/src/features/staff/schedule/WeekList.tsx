import { ChevronRight } from "lucide-react";
import type { DeskSlot } from "@/api/shapes";
import { dayInWords } from "@/lib/days";
import { zoned } from "@/lib/format";
import { rowsOf, sumOf, type BoardActivity, type Narrowed } from "./board";
import { SeatsBar } from "./SeatsBar";
import { texts } from "./texts";

interface Props {
  days: { day: string; slots: DeskSlot[] }[];
  activities: BoardActivity[];
  narrowed: Narrowed;
  onDay: (day: string) => void;
}

/** A week on a phone: a card a day, which leads to it. */
export function WeekList({ days, activities, narrowed, onDay }: Props) {
  return (
    <ol className="grid gap-2">
      {days.map(({ day, slots }) => {
        const { departures, sold, capacity, closed } = sumOf(rowsOf(slots, activities, narrowed).flatMap((row) => row.slots));
        return (
          <li key={day}>
            <button
              type="button"
              className="grid w-full gap-2 rounded-2xl border border-line bg-shell px-4 py-3 text-left hover:border-lagoon"
              onClick={() => {
                onDay(day);
              }}
            >
              <span className="flex items-center justify-between gap-3 font-semibold">
                {dayInWords(day, { weekday: "long", month: "short", day: "numeric" }, zoned().locale)}
                <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
              </span>
              <span className="text-sm text-ink-soft">
                {texts.board.count(departures, sold, capacity)}
                {closed ? <span className="text-coral-deep">{`, ${texts.board.closedCount(closed)}`}</span> : null}
              </span>
              <SeatsBar sold={sold} capacity={capacity} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
