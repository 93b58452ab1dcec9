import { dayInWords } from "@/lib/days";
import { zoned } from "@/lib/format";
import { dateFormat } from "@/lib/intl";

/** A resort day as `Oct 16, 2026`. */
export function dayWords(day: string): string {
  return dayInWords(day, { month: "short", day: "numeric", year: "numeric" }, zoned().locale);
}

/** A clock time (`14:30`) as the resort writes it. */
export function timeWords(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return dateFormat(zoned().locale, { hour: "numeric", minute: "2-digit", timeZone: "UTC" }).format(
    Date.UTC(2026, 0, 1, hour, minute),
  );
}

/** A local clock time of a day (`2026-03-08T02:30:00`) in words. */
export function localWords(local: string): string {
  return `${dayWords(local.slice(0, 10))}, ${timeWords(local.slice(11, 16))}`;
}
