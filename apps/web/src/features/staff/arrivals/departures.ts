import { serverNow } from "@/lib/clock";
import type { Departure } from "../parts/shapes";

interface Group {
  start: string;
  departures: Departure[];
}

/** Departures by start, in the order in which they come. */
export function byStart(departures: Departure[]): Group[] {
  const groups = new Map<string, Departure[]>();
  for (const one of departures) groups.set(one.slot.start_time, [...(groups.get(one.slot.start_time) ?? []), one]);
  return [...groups].map(([start, departing]) => ({ start, departures: departing }));
}

interface Wanted {
  words: string;
  isBookedOnly: boolean;
}

/** Those that have all the words in name or place, and guests where only such are wanted. */
export function fitting(departures: Departure[], { words, isBookedOnly }: Wanted): Departure[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return departures.filter(({ activity, people }) => {
    const told = plain(`${activity.name} ${activity.location}`);
    return (!isBookedOnly || people > 0) && wanted.every((word) => told.includes(word));
  });
}

export function isOver({ slot }: Departure): boolean {
  return Date.parse(slot.end_time) <= serverNow();
}

/** Small letters without accents. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
