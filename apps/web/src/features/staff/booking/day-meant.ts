import { addDays, daysFrom, isDay, today } from "@/lib/days";

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = "january february march april may june july august september october november december".split(" ");
const LEAST = 3; // letters of a name that say which one it is
const YEAR = 366;

interface Read {
  day: string | null;
  /** The words that are left. */
  rest: string;
}

/** The day that is named in plain words, `sat`, `12 dec`, `2026-12-12`: the next one from today on. */
export function readDay(typed: string): Read {
  for (const [pattern, read] of READINGS) {
    for (const match of typed.matchAll(pattern)) {
      const day = read(match);
      if (day) return { day, rest: typed.replace(match[0], " ") };
    }
  }
  return { day: null, rest: typed };
}

const READINGS: [RegExp, (match: RegExpExecArray) => string | null][] = [
  [/\b\d{4}-\d\d-\d\d\b/g, ([told]) => (isDay(told) ? told : null)],
  [/\b(\d{1,2})\s+([a-z]+)\b/g, ([, number = "", month = ""]) => dayOfYear(month, number)],
  [/\b([a-z]+)\s+(\d{1,2})\b/g, ([, month = "", number = ""]) => dayOfYear(month, number)],
  [/\b[a-z]+\b/g, ([name]) => dayOfWeek(name)],
];

function placeOf(names: string[], told: string): number {
  return told.length < LEAST ? -1 : names.findIndex((name) => name.startsWith(told));
}

function dayOfWeek(told: string): string | null {
  const weekday = placeOf(WEEKDAYS, told);
  return daysFrom(today(), 7).find((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === weekday) ?? null;
}

function dayOfYear(month: string, number: string): string | null {
  const place = placeOf(MONTHS, month);
  if (place < 0) return null;
  const rest = `${String(place + 1).padStart(2, "0")}-${number.padStart(2, "0")}`;
  // Of this year, or of the next where it has gone by.
  const years = [today(), addDays(today(), YEAR)].map((day) => day.slice(0, 4));
  return years.map((year) => `${year}-${rest}`).find((day) => isDay(day) && day >= today()) ?? null;
}
