import type { Booking, Slot } from "@/api/shapes";
import { dayOf } from "@/lib/format";

const MOST = 4;

/** The free times closest to a booking's own, earlier ones first among equals. */
export function nearestFree(slots: Slot[], own: Booking["time_slot"]): Slot[] {
  const away = (one: Slot) => Math.abs(Date.parse(one.start_time) - Date.parse(own.start_time));
  return slots
    .filter((one) => one.is_available && one.id !== own.id)
    .sort((one, other) => away(one) - away(other))
    .slice(0, MOST)
    .sort((one, other) => one.start_time.localeCompare(other.start_time));
}

interface DayOfSlots {
  day: string;
  slots: Slot[];
}

/** Free times by the resort's days; the booking's own is none of them. */
export function freeByDay(slots: Slot[], ownId: string): DayOfSlots[] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    if (!slot.is_available || slot.id === ownId) continue;
    const day = dayOf(slot.start_time);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days].map(([day, free]) => ({ day, slots: free }));
}
