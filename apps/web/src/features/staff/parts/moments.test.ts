import { afterEach, expect, it } from "vitest";
import { resort } from "@/lib/resort";
import { localOf, momentAt } from "./moments";

afterEach(() => {
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US" });
});

it.each([
  ["America/Cancun", "2026-10-16T14:00", "2026-10-16T19:00:00Z"],
  ["Europe/Madrid", "2026-10-25T12:00", "2026-10-25T11:00:00Z"],
  ["Europe/Madrid", "2026-10-24T12:00", "2026-10-24T10:00:00Z"],
  ["Australia/Lord_Howe", "2026-10-04T09:30", "2026-10-03T22:30:00Z"],
])("a clock time in %s, %s, is %s, and back", (timezone, local, moment) => {
  resort.set({ ...resort.get(), timezone });

  expect(momentAt(local)).toBe(moment);
  expect(localOf(moment)).toBe(local);
});

it("knows what is no clock time", () => {
  expect(momentAt("soon")).toBeNull();
  expect(momentAt("2026-13-01T10:00")).toBeNull();
});
