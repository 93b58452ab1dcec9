import { zoned } from "@/lib/format";
import { numberFormat } from "@/lib/intl";

/** `62.5%` of a part of 1. */
export function percent(part: number): string {
  return numberFormat(zoned().locale, { style: "percent", maximumFractionDigits: 1 }).format(part);
}
