import { zoned } from "@/lib/format";
import { dateFormat } from "@/lib/intl";

const MINUTE_MS = 60_000;

/** The moment of a local clock time of the resort, `2026-10-16T14:00`, in UTC; null where it is none. */
export function momentAt(local: string): string | null {
  const asIfUtc = Date.parse(`${local}:00Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) || Number.isNaN(asIfUtc)) return null;
  // Twice: the offset may be another one at the moment that the first guess leads to.
  let moment = asIfUtc;
  for (let n = 0; n < 2; n += 1) moment = asIfUtc - offsetAt(moment);
  return new Date(moment).toISOString().replace(".000", "");
}

/** The clock time of a moment there, `2026-10-16T14:00`, as fields for it want it. */
export function localOf(moment: string | number): string {
  const at = typeof moment === "number" ? moment : Date.parse(moment);
  return new Date(at + offsetAt(at)).toISOString().slice(0, 16);
}

/** How far the resort's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number): number {
  const parts = dateFormat("en-CA", {
    timeZone: zoned().zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(new Date(moment));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const wall = Date.parse(`${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}:00Z`);
  return wall - Math.floor(moment / MINUTE_MS) * MINUTE_MS;
}
