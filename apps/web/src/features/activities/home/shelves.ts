import { addDays, today } from "@/lib/days";
import { dayOf } from "@/lib/format";
import type { Shown } from "../parts/card-facts";

const SHELF = 4;
const PICTURED = 3;
const FULL_ENOUGH = 0.4;

interface Shelves {
  pictured: Shown[];
  soon: { day: string; activities: Shown[] };
  goingFast: Shown[];
  ideas: Shown[];
}

function nextDay({ next_slots: [first] = [] }: Shown): string | null {
  return first ? dayOf(first.start_time) : null;
}

/** How full an activity's next departures are, from 0 to 1. */
function demand({ next_slots: slots = [] }: Shown): number {
  const capacity = slots.reduce((sum, slot) => sum + slot.capacity, 0);
  return capacity === 0 ? 0 : slots.reduce((sum, slot) => sum + slot.booked_count, 0) / capacity;
}

/** One of each kind in turn, so that a row shows how much there is to choose from. */
function mixed(offers: Shown[]): Shown[] {
  const kinds = new Map<string, Shown[]>();
  for (const offer of offers) kinds.set(offer.category, [...(kinds.get(offer.category) ?? []), offer]);
  const rounds = Math.max(0, ...[...kinds.values()].map((those) => those.length));
  return Array.from({ length: rounds }, (_, n) => [...kinds.values()].flatMap((those) => those.slice(n, n + 1))).flat();
}

/** Another start for each day, so that the front page is not the same all week. */
function turned(offers: Shown[], day: string): Shown[] {
  if (offers.length === 0) return offers;
  const start = Number(day.slice(8)) % offers.length;
  return [...offers.slice(start), ...offers.slice(0, start)];
}

/** Sort what the resort offers into the front page's rows. */
export function shelvesOf(offers: Shown[]): Shelves {
  const day = today();
  const all = turned(mixed(offers), day);
  const isOn = (when: string) => all.filter((offer) => nextDay(offer) === when);
  const now = isOn(day);
  const soon = now.length > 0 ? { day, activities: now } : { day: addDays(day, 1), activities: isOn(addDays(day, 1)) };
  const goingFast = all.filter((offer) => demand(offer) >= FULL_ENOUGH).sort((one, other) => demand(other) - demand(one));
  const onShelves = new Set([...soon.activities.slice(0, SHELF), ...goingFast.slice(0, SHELF)]);
  const withImage = all.filter((offer) => offer.images.length > 0);
  const others = withImage.filter((offer) => !onShelves.has(offer));
  const pictured = (others.length < PICTURED ? withImage : others.slice(-PICTURED)).slice(0, PICTURED);
  return {
    pictured,
    soon: { ...soon, activities: soon.activities.slice(0, SHELF) },
    goingFast: goingFast.slice(0, SHELF),
    ideas: all.filter((offer) => !onShelves.has(offer) && !pictured.includes(offer)).slice(0, 2 * SHELF),
  };
}
