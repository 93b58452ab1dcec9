import { expect, it } from "vitest";
import { anActivity } from "@/testing/builders";
import { firstParty, isTooYoung, mostPeople, problemOf, quote } from "./party";

const FAMILY = anActivity({
  rates: [
    { code: "adult", label: "Adult", price: "58.00", min_age: 13, max_age: null, takes_seat: true },
    { code: "child", label: "Child", price: "29.50", min_age: 6, max_age: 12, takes_seat: true },
    { code: "infant", label: "Infant", price: "0.00", min_age: 0, max_age: 5, takes_seat: false },
  ],
  price_per: "person",
  people_per_seat: 1,
  min_party: 1,
  max_party: null,
  min_age: null,
  capacity_per_slot: 10,
});

it("adds up the rates, and seats only those who take one", () => {
  expect(quote(FAMILY, { adult: 2, child: 1, infant: 1 })).toEqual({ people: 4, seated: 3, seats: 3, totalCents: 14_550 });
});

it("lets people share a seat, rounded up, and may count the seats or the whole alone", () => {
  const shared = { ...FAMILY, people_per_seat: 2 };

  expect(quote({ ...shared, price_per: "seat" }, { adult: 3 })).toMatchObject({ seats: 2, totalCents: 11_600 });
  expect(quote({ ...shared, price_per: "booking" }, { adult: 3 }).totalCents).toBe(5_800);
});

it("never loses a cent", () => {
  const odd = { ...FAMILY, rates: FAMILY.rates.map((rate) => ({ ...rate, price: "19.99" })) };

  expect(quote(odd, { adult: 3 }).totalCents).toBe(5_997);
});

it("begins with as many as it takes at least, or as were asked for", () => {
  expect(firstParty(FAMILY)).toEqual({ adult: 1 });
  expect(firstParty({ ...FAMILY, min_party: 2 })).toEqual({ adult: 2 });
  expect(firstParty({ ...FAMILY, max_party: 4 }, 9)).toEqual({ adult: 4 });
});

it("says what is wrong with a party before the resort has to", () => {
  const asked = (party: Record<string, number>, activity = FAMILY) => problemOf(activity, quote(activity, party));

  expect(asked({ adult: 1 })).toBeNull();
  expect(asked({ adult: 1 }, { ...FAMILY, min_party: 2 })).toBe("tooFew");
  expect(asked({ adult: 11 })).toBe("tooMany");
  expect(asked({ infant: 1 })).toBe("nobodySeated");
});

it("counts by its own limit, else by what a departure holds", () => {
  expect(mostPeople(FAMILY)).toBe(10);
  expect(mostPeople({ ...FAMILY, people_per_seat: 2 })).toBe(20);
  expect(mostPeople({ ...FAMILY, max_party: 6 })).toBe(6);
});

it("offers no rate for those who are too young", () => {
  const forGrownUps = { ...FAMILY, min_age: 13 };

  expect(FAMILY.rates.map((rate) => isTooYoung(rate, forGrownUps))).toEqual([false, true, true]);
});
