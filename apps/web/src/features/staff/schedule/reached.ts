import type { Consequences } from "@/api/shapes";

/** How many of the guests can be written to, and how many have no number here. */
export function reachedOf({ bookings, guests }: Pick<Consequences, "bookings" | "guests">): { told: number; unreached: number } {
  const told = new Set(bookings.filter(({ phone }) => phone).map((one) => one.guest_id)).size;
  return { told, unreached: guests - told };
}
