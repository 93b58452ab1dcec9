import type { DeskSlot } from "@/api/shapes";
import { zoned } from "@/lib/format";
import { dateFormat } from "@/lib/intl";
import type { ListedActivity } from "../parts/activities-call";

export type BoardActivity = Pick<ListedActivity, "id" | "slug" | "name" | "category">;

export interface Row {
  activity: BoardActivity;
  slots: DeskSlot[];
}

export interface Narrowed {
  /** Codes and ids; empty: all. */
  kind: string;
  activity: string;
}

/** The departures by activity, in the order of names; activities without any are left out. */
export function rowsOf(slots: readonly DeskSlot[], activities: readonly BoardActivity[], { kind, activity }: Narrowed): Row[] {
  const byActivity = grouped(slots, (slot) => slot.activity_id);
  return activities
    .filter((one) => (!kind || one.category === kind) && (!activity || one.slug === activity || one.id === activity))
    .map((one) => ({ activity: one, slots: byActivity.get(one.id) ?? [] }))
    .filter((row) => row.slots.length > 0);
}

/** Things by what they have in common, in the order in which they come. */
export function grouped<K, T>(things: readonly T[], keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const others = groups.get(keyOf(thing));
    if (others) others.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}

interface Sum {
  departures: number;
  sold: number;
  capacity: number;
  closed: number;
}

/** Seats over departures; those that are closed sell none. */
export function sumOf(slots: readonly DeskSlot[]): Sum {
  const open = slots.filter((slot) => slot.reason !== "closed");
  return {
    departures: slots.length,
    sold: open.reduce((sum, slot) => sum + slot.booked_count, 0),
    capacity: open.reduce((sum, slot) => sum + slot.capacity, 0),
    closed: slots.length - open.length,
  };
}

export interface ClockReader {
  time: (moment: string) => string;
  hour: (moment: string) => number;
  /** The time as it stands below its hour: without the half of the day. */
  brief: (moment: string) => string;
  /** How an hour of the day is written: `2 PM`. */
  label: (hour: number) => string;
}

/** Reads the resort's clock many times over. */
export function clockReader(): ClockReader {
  const { zone, locale } = zoned();
  const time = dateFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: zone });
  const hour = dateFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone });
  const label = dateFormat(locale, { hour: "numeric", timeZone: "UTC" });
  return {
    label: (of) => label.format(Date.UTC(2026, 0, 1, of)),
    brief: (moment) =>
      time
        .formatToParts(new Date(moment))
        .map(({ type, value }) => (type === "dayPeriod" ? "" : value))
        .join("")
        .trim(),
    time: (moment) => time.format(new Date(moment)),
    hour: (moment) => Number(hour.format(new Date(moment))),
  };
}

/** Every hour from the first departure's to the last one's. */
export function hoursOf(slots: readonly DeskSlot[], clock: ClockReader): number[] {
  const hours = slots.map((slot) => clock.hour(slot.start_time));
  if (hours.length === 0) return [];
  const first = Math.min(...hours);
  return Array.from({ length: Math.max(...hours) - first + 1 }, (_, n) => first + n);
}

/** Monday of a day's week. */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
