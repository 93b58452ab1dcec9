import { zoned } from "@/lib/format";

/** `62.5%` of a part of 1. */
export function percent(part: number): string {
  return new Intl.NumberFormat(zoned().locale, { style: "percent", maximumFractionDigits: 1 }).format(part);
}
