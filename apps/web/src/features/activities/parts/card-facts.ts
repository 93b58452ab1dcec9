import type { Activity, Offer, Slot } from "@/api/shapes";
import { addDays, dayInWords, today } from "@/lib/days";
import { briefTime, dayOf, money, zoned } from "@/lib/format";
import { texts } from "../texts";

/** What a card shows of an activity; its next times only where they were asked for. */
export type Shown = Pick<
  Activity,
  "id" | "slug" | "name" | "category" | "price" | "currency" | "price_per" | "rates" | "duration_minutes" | "location" | "images"
> &
  Partial<Pick<Offer, "next_slots">>;

/** The least that anybody pays, and whether others pay more. */
export function leastPrice({ price, price_per, rates, currency }: Shown): { amount: string; isLeast: boolean } {
  if (price_per !== "person") return { amount: money(price, currency), isLeast: false };
  const paid = rates.map((rate) => Number(rate.price)).filter((one) => one > 0);
  const least = paid.length > 0 ? Math.min(...paid) : Number(price);
  return { amount: money(String(least), currency), isLeast: new Set(paid).size > 1 };
}

/** `Today`, `Tomorrow`, `Fri` within a week, else `Fri, Oct 16`. */
export function dayLabel(day: string): string {
  const now = today();
  if (day === now) return texts.activities.today;
  if (day === addDays(now, 1)) return texts.activities.tomorrow;
  if (day > now && day < addDays(now, 7)) return dayInWords(day, { weekday: "short" }, zoned().locale);
  return dayInWords(day, { weekday: "short", month: "short", day: "numeric" }, zoned().locale);
}

/** `Today 2 PM`. */
export function timeLabel(moment: string): string {
  return `${dayLabel(dayOf(moment))} ${briefTime(moment)}`;
}

/** Where a time of an activity can be held. */
export function addressOf(activity: Pick<Activity, "slug">, slot?: Pick<Slot, "id" | "start_time">, people = 1): string {
  const address = new URLSearchParams();
  if (slot) {
    address.set("day", dayOf(slot.start_time));
    address.set("slot", slot.id);
  }
  if (people > 1) address.set("people", String(people));
  const query = address.toString();
  return `/activities/${activity.slug}${query ? `?${query}` : ""}`;
}
