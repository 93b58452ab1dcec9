import type { Activity } from "@/api/shapes";

/** How many people of which rate, by the rates' codes. */
export type Party = Record<string, number>;

type Priced = Pick<Activity, "rates" | "price_per" | "people_per_seat" | "min_party" | "max_party" | "min_age" | "capacity_per_slot">;

export interface Quote {
  people: number;
  /** Those who take a place; what availability is asked for. */
  seated: number;
  seats: number;
  /** In hundredths of the currency, as the resort computes it. */
  totalCents: number;
}

function cents(price: string): number {
  return Math.round(Number(price) * 100);
}

/** What a party pays and needs; the resort's own sum, made again, so that it stands there at once. */
export function quote(activity: Priced, party: Party): Quote {
  const counted = activity.rates.map((rate) => ({ rate, count: party[rate.code] ?? 0 }));
  const people = counted.reduce((sum, { count }) => sum + count, 0);
  const seated = counted.reduce((sum, { rate, count }) => sum + (rate.takes_seat ? count : 0), 0);
  const seats = Math.ceil(seated / activity.people_per_seat);
  const first = cents(activity.rates[0]?.price ?? "0");
  const byPerson = counted.reduce((sum, { rate, count }) => sum + cents(rate.price) * count, 0);
  const totals = { person: byPerson, seat: first * seats, booking: first };
  return { people, seated, seats, totalCents: totals[activity.price_per] };
}

/** The party to begin with: as many of the first rate as it takes at least, or as were asked for. */
export function firstParty(activity: Priced, wanted = 1): Party {
  const first = activity.rates[0]?.code ?? "person";
  return { [first]: Math.min(mostPeople(activity), Math.max(wanted, activity.min_party, 1)) };
}

export function mostPeople(activity: Priced): number {
  return activity.max_party ?? activity.capacity_per_slot * activity.people_per_seat;
}

/** Whether people of this rate are let in at all. */
export function isTooYoung(rate: Activity["rates"][number], activity: Priced): boolean {
  return activity.min_age !== null && rate.max_age !== null && rate.max_age < activity.min_age;
}

export type PartyProblem = "tooFew" | "tooMany" | "nobodySeated" | null;

export function problemOf(activity: Priced, { people, seated }: Quote): PartyProblem {
  if (people > mostPeople(activity)) return "tooMany";
  if (people < activity.min_party) return "tooFew";
  return seated < 1 ? "nobodySeated" : null;
}
