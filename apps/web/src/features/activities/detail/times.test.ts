import { beforeEach, expect, it } from "vitest";
import { resort } from "@/lib/resort";
import { aSlot } from "@/testing/builders";
import { firstFreeDay, nearestFree, slotsByDay, stateOf } from "./times";

const at = (id: string, start_time: string, is_available = true) => aSlot({ id, start_time, is_available });

beforeEach(() => {
  resort.set({ ...resort.get(), timezone: "America/Cancun" });
});

it("puts a late departure on the resort's day", () => {
  const slots = [at("late", "2026-10-17T03:00:00Z"), at("next", "2026-10-17T15:00:00Z")];

  const days = slotsByDay(slots);

  expect([...days.keys()]).toEqual(["2026-10-16", "2026-10-17"]);
});

it("says of a day whether something is free, all is taken, or nothing goes", () => {
  expect(stateOf([at("a", "2026-10-17T15:00:00Z", false), at("b", "2026-10-17T16:00:00Z")])).toBe("free");
  expect(stateOf([at("a", "2026-10-17T15:00:00Z", false)])).toBe("full");
  expect(stateOf(undefined)).toBe("none");
});

it("finds the first day with room", () => {
  expect(firstFreeDay([at("a", "2026-10-17T15:00:00Z", false), at("b", "2026-10-18T15:00:00Z")])).toBe("2026-10-18");
  expect(firstFreeDay([])).toBeNull();
});

it("offers the nearest free times instead of one that is gone, of two as near the earlier", () => {
  const taken = at("taken", "2026-10-17T15:00:00Z", false);
  const slots = [
    at("far", "2026-10-20T15:00:00Z"),
    at("after", "2026-10-17T17:00:00Z"),
    taken,
    at("before", "2026-10-17T13:00:00Z"),
    at("full", "2026-10-17T16:00:00Z", false),
    at("farther", "2026-10-21T15:00:00Z"),
  ];

  expect(nearestFree(slots, taken).map((slot) => slot.id)).toEqual(["before", "after", "far"]);
});
