import { zoned } from "@/lib/format";
import { dateFormat } from "@/lib/intl";

const DAY_MS = 86_400_000;

/** How far the resort's clock is ahead of UTC at a moment. */
function aheadMs(at: number, format: Intl.DateTimeFormat): number {
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const shown = `${part.year ?? ""}-${part.month ?? ""}-${part.day ?? ""}T${part.hour ?? ""}:${part.minute ?? ""}:${part.second ?? ""}Z`;
  return Date.parse(shown) - at;
}

/**
 * The moment that a clock time (`14:30`) of the resort names on one of its days, in UTC; null for one that the
 * clock leaps over. Of a doubled hour it is the first, as the resort's own schedules have it.
 */
export function momentOf(day: string, clock: string): string | null {
  const wall = Date.parse(`${day}T${clock}:00Z`);
  if (Number.isNaN(wall)) return null;
  const format = dateFormat("en-CA", {
    timeZone: zoned().zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const around = [wall - DAY_MS, wall + DAY_MS].map((at) => wall - aheadMs(at, format));
  const found = around.filter((at) => at + aheadMs(at, format) === wall).sort((one, other) => one - other)[0];
  return found === undefined ? null : new Date(found).toISOString().replace(".000Z", "Z");
}
