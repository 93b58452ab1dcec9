import { dayInWords } from "@/lib/days";
import { zoned } from "@/lib/format";

/** `Fri, Oct 16` of a calendar day. */
export function briefDay(day: string): string {
  return dayInWords(day, { weekday: "short", month: "short", day: "numeric" }, zoned().locale);
}
