import { addDays, today } from "@/lib/days";
import { dayOf, hourOf } from "@/lib/format";
import { isOver, plain } from "../arrivals/departures";
import { localOf } from "../parts/moments";
import type { Departure } from "../parts/shapes";
import { readDay } from "./day-meant";

const MOST = 7;
// `2pm`, `2:30 pm`, `14:00`, `14h`; a bare number may be an hour of either half of the day.
const CLOCK = /^(\d{1,2})(?:[:.](\d\d))?(am|pm|h)?$/;

interface Clock {
  hours: number[];
  minute: number | null;
}

/** Departures that fit the words typed: names, places, `2pm`, `14:30`, `tomorrow`, `sat`, `12 dec`. What can be booked comes first. */
export function findDepartures(departures: Departure[], typed: string): Departure[] {
  const { day, rest } = readDay(plain(typed));
  const words = rest
    .replace(/(\d)\s+(am|pm)\b/g, "$1$2")
    .split(/\s+/)
    .filter(Boolean);
  const isThen = (one: Departure) => day === null || dayOf(one.slot.start_time) === day;
  const found = departures.filter((one) => !isOver(one) && isThen(one) && words.every((word) => fits(one, word)));
  return found.sort((one, other) => Number(isFull(one)) - Number(isFull(other)) || one.slot.start_time.localeCompare(other.slot.start_time)).slice(0, MOST);
}

export function isFull({ slot }: Departure): boolean {
  return !slot.is_available || slot.reason !== null || slot.seats_left < 1;
}

function fits({ slot, activity }: Departure, word: string): boolean {
  const day = dayOf(slot.start_time);
  if (word.length >= 3 && "tomorrow".startsWith(word)) return day === addDays(today(), 1);
  if (word.length >= 3 && "today".startsWith(word)) return day === today();
  const clock = readClock(word);
  if (clock && isAt(slot.start_time, clock)) return true;
  return plain(`${activity.name} ${activity.location} ${slot.lane}`)
    .split(/[^\p{L}\p{N}]+/u)
    .some((part) => part.startsWith(word));
}

function readClock(word: string): Clock | null {
  if (word === "noon") return { hours: [12], minute: null };
  const [, told = "", minutes, half] = CLOCK.exec(word) ?? [];
  const hour = Number(told);
  if (!told || hour > 24) return null;
  const minute = minutes === undefined ? null : Number(minutes);
  if (half === "am") return { hours: [hour % 12], minute };
  if (half === "pm") return { hours: [(hour % 12) + 12], minute };
  return { hours: half === "h" || hour > 12 ? [hour % 24] : [hour % 24, (hour + 12) % 24], minute };
}

function isAt(start: string, { hours, minute }: Clock): boolean {
  return hours.includes(hourOf(new Date(start))) && (minute === null || Number(localOf(start).slice(14)) === minute);
}
