import type { Slot } from "@/api/shapes";
import { dayOf } from "@/lib/format";

const ALTERNATIVES = 3;

export type DayState = "free" | "full" | "none";

export function slotsByDay(slots: Slot[]): Map<string, Slot[]> {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const day = dayOf(slot.start_time);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return days;
}

export function stateOf(slots: Slot[] | undefined): DayState {
  if (!slots || slots.length === 0) return "none";
  return slots.some((slot) => slot.is_available) ? "free" : "full";
}

export function firstFreeDay(slots: Slot[]): string | null {
  const first = slots.find((slot) => slot.is_available);
  return first ? dayOf(first.start_time) : null;
}

/** The free times nearest to one that is taken, nearest first, of two as near the earlier. */
export function nearestFree(slots: Slot[], taken: Slot): Slot[] {
  const distance = (slot: Slot) => Math.abs(Date.parse(slot.start_time) - Date.parse(taken.start_time));
  return slots
    .filter((slot) => slot.is_available && slot.id !== taken.id)
    .sort((one, other) => distance(one) - distance(other) || one.start_time.localeCompare(other.start_time))
    .slice(0, ALTERNATIVES);
}
