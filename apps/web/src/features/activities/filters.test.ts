import { expect, it } from "vitest";
import { asQuery, countFilters, NO_FILTERS, readFilters, writeFilters, type Filters } from "./filters";

const ALL: Filters = {
  q: "jet ski",
  category: "watersports",
  date: "2026-10-16",
  participants: 3,
  maxPrice: 120,
  sort: "-price",
  look: "list",
};

it("writes filters into the address and reads the same back", () => {
  expect(readFilters(writeFilters(ALL))).toEqual(ALL);
  expect(readFilters(writeFilters(NO_FILTERS))).toEqual(NO_FILTERS);
});

it("leaves what is as ever out of the address", () => {
  expect(writeFilters(NO_FILTERS).toString()).toBe("");
  expect(writeFilters({ ...NO_FILTERS, category: "spa" }).toString()).toBe("category=spa");
});

it.each([
  ["date=tomorrow", { date: "" }],
  ["people=-3", { participants: 1 }],
  ["people=1e9", { participants: 1 }],
  ["people=500", { participants: 99 }],
  ["max=free", { maxPrice: null }],
  ["sort=upwards", { sort: "name" }],
  ["view=circle", { look: "grid" }],
])("takes %s for nothing strange", (address, read) => {
  expect(readFilters(new URLSearchParams(address))).toMatchObject(read);
});

it("asks the API in its own words, and for nothing that was not chosen", () => {
  expect(asQuery(ALL)).toEqual({
    q: "jet ski",
    category: "watersports",
    date: "2026-10-16",
    participants: "3",
    max_price: "120",
    sort: "-price",
    include: "next_slots",
  });
  expect(asQuery({ ...NO_FILTERS, q: "  " })).toEqual({ sort: "name", include: "next_slots" });
});

it("counts what narrows the list", () => {
  expect(countFilters(NO_FILTERS)).toBe(0);
  expect(countFilters(ALL)).toBe(4);
});
