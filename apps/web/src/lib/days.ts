import { serverNow } from "./clock";
import { dayOf } from "./format";
import { dateFormat } from "./intl";

const DAY_MS = 86_400_000;

/** The resort's calendar day now, as `2026-10-16`. */
export function today(): string {
  return dayOf(new Date(serverNow()));
}

/** The calendar day that is so many days later; earlier where `count` is negative. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

export function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => addDays(first, n));
}

/** The first and the last day of a day's month. */
export function monthOf(day: string): { first: string; last: string } {
  const first = `${day.slice(0, 7)}-01`;
  return { first, last: addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1) };
}

/** The day written out by its own calendar, in parts that `style` names. */
export function dayInWords(day: string, style: Intl.DateTimeFormatOptions, locale: string): string {
  return dateFormat(locale, { ...style, timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
}

export function isDay(text: string | null): text is string {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
