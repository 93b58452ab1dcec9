import { DayPicker } from "react-day-picker";
import { addDays, dayInWords, monthOf } from "@/lib/days";
import { zoned } from "@/lib/format";
import { texts } from "../texts";
import type { DayState } from "./times";

interface Props {
  /** The month's first day. */
  month: string;
  today: string;
  chosen: string;
  stateOf: (day: string) => DayState;
  onChoose: (day: string) => void;
  onMonth: (first: string) => void;
}

const HORIZON_DAYS = 365;

// The picker knows moments of this device; noon of a calendar day is on that day anywhere.
function asDate(day: string): Date {
  return new Date(`${day}T12:00:00`);
}

function asDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function inWords(day: string): string {
  return dayInWords(day, { weekday: "long", month: "long", day: "numeric" }, zoned().locale);
}

/** A month, with what is free on each day. */
export function MonthView({ month, today, chosen, stateOf, onChoose, onMonth }: Props) {
  const is = (state: DayState) => (date: Date) => stateOf(asDay(date)) === state;
  return (
    <DayPicker
      mode="single"
      required
      month={asDate(month)}
      onMonthChange={(first) => {
        onMonth(monthOf(asDay(first)).first);
      }}
      selected={asDate(chosen)}
      onSelect={(date) => {
        onChoose(asDay(date));
      }}
      today={asDate(today)}
      startMonth={asDate(monthOf(today).first)}
      endMonth={asDate(addDays(today, HORIZON_DAYS))}
      disabled={[{ before: asDate(today) }, is("none")]}
      modifiers={{ free: is("free"), full: is("full") }}
      modifiersClassNames={{ free: "day-free", full: "day-full" }}
      labels={{ labelDayButton: (date) => `${inWords(asDay(date))}: ${texts.detail.dayStates[stateOf(asDay(date))]}` }}
      classNames={{
        months: "relative",
        month_caption: "flex h-11 items-center font-display text-lg font-semibold",
        nav: "absolute top-0 right-0 flex",
        button_previous: "grid size-11 place-items-center rounded-full hover:bg-sand aria-disabled:opacity-30",
        button_next: "grid size-11 place-items-center rounded-full hover:bg-sand aria-disabled:opacity-30",
        chevron: "size-5 fill-current",
        month_grid: "mt-1 w-full table-fixed border-collapse",
        weekday: "h-9 text-xs font-semibold text-ink-soft",
        day: "p-0.5 text-center",
        day_button: "h-11 w-full rounded-xl border border-transparent font-semibold disabled:font-normal disabled:text-ink-soft disabled:opacity-60",
        selected: "[&>button]:!border-lagoon [&>button]:!bg-lagoon [&>button]:text-on-lagoon",
        outside: "invisible",
      }}
    />
  );
}
