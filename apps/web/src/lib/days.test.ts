import { expect, it } from "vitest";
import { addDays, dayInWords, daysFrom, isDay, monthOf } from "./days";

it("counts days over the ends of months and years, and over a change of the clocks", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  expect(daysFrom("2026-03-07", 3)).toEqual(["2026-03-07", "2026-03-08", "2026-03-09"]);
});

it.each([
  ["2026-02-11", "2026-02-01", "2026-02-28"],
  ["2028-02-29", "2028-02-01", "2028-02-29"],
  ["2026-12-01", "2026-12-01", "2026-12-31"],
])("knows the month of %s", (day, first, last) => {
  expect(monthOf(day)).toEqual({ first, last });
});

it("writes a day by its own calendar", () => {
  expect(dayInWords("2026-10-16", { weekday: "short", month: "short", day: "numeric" }, "en-US")).toBe("Fri, Oct 16");
});

it.each([
  ["2026-10-16", true],
  ["2026-13-01", false],
  ["16.10.2026", false],
  [null, false],
])("knows whether %s is a day", (text, verdict) => {
  expect(isDay(text)).toBe(verdict);
});
