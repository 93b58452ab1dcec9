import { dateFormat, numberFormat } from "./intl";
import { resort } from "./resort";

interface Zoned {
  zone: string;
  locale: string;
}

export function zoned(): Zoned {
  const { timezone, locale } = resort.get();
  return { zone: timezone, locale: locale.replace("_", "-") };
}

/** `$160.00`, or the word for free. */
export function money(amount: string, currency: string, free = "Free"): string {
  const value = Number(amount);
  if (value === 0) return free;
  const digits = Number.isInteger(value) ? 0 : 2;
  return numberFormat(zoned().locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: 2,
  }).format(value);
}

/** `Friday, October 16`, by the resort's calendar. */
export function longDay(moment: string | Date): string {
  const { zone, locale } = zoned();
  return dateFormat(locale, { weekday: "long", month: "long", day: "numeric", timeZone: zone }).format(
    new Date(moment),
  );
}

/** `Fri, Oct 16`. */
export function shortDay(moment: string | Date): string {
  const { zone, locale } = zoned();
  return dateFormat(locale, { weekday: "short", month: "short", day: "numeric", timeZone: zone }).format(
    new Date(moment),
  );
}

/** `2:00 PM`, by the resort's clock. */
export function clockTime(moment: string | Date): string {
  const { zone, locale } = zoned();
  return dateFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: zone }).format(
    new Date(moment),
  );
}

/** `2 PM` where the clock has twelve hours and it is a full one, else as `clockTime`. */
export function briefTime(moment: string | Date): string {
  const { zone, locale } = zoned();
  const brief = dateFormat(locale, { hour: "numeric", timeZone: zone });
  const isFull = clockTime(moment).includes(":00");
  return isFull && brief.resolvedOptions().hour12 ? brief.format(new Date(moment)) : clockTime(moment);
}

/** `Friday, October 16 at 2:00 PM`. */
export function dayAndTime(moment: string | Date): string {
  return `${longDay(moment)} at ${clockTime(moment)}`;
}

/** The resort's day of a moment as `2026-10-16`. */
export function dayOf(moment: string | Date): string {
  const { zone } = zoned();
  return dateFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: zone }).format(
    new Date(moment),
  );
}

/** The hour of the day there, 0 to 23. */
export function hourOf(moment: Date): number {
  const { zone } = zoned();
  return Number(dateFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone }).format(moment));
}

/** `30 min`, `2 h`, `1 h 30 min`. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** `29:05`, or `1:02:00` from an hour on. */
export function countdown(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const tail = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

export function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}

/** Whether this device's clock shows another time than the resort's. */
export function isAway(at: Date = new Date()): boolean {
  const { zone } = zoned();
  const wall = (timeZone?: string) =>
    // Not kept: a phone may change its own zone while the page stands open.
    new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeStyle: "short", timeZone }).format(at);
  return wall() !== wall(zone);
}

/** A reference as it is read out: `ABCD-2345`. */
export function spaced(reference: string): string {
  return `${reference.slice(0, 4)}-${reference.slice(4)}`;
}
