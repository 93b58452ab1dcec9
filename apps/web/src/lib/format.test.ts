import { afterEach, expect, it } from "vitest";
import { briefTime, clockTime, countdown, dayAndTime, dayOf, duration, hourOf, money } from "./format";
import { resort } from "./resort";

const AFTERNOON = "2026-10-16T19:00:00Z";

function inResort(timezone: string, locale: string): void {
  resort.set({ ...resort.get(), timezone, locale });
}

afterEach(() => {
  inResort("America/Cancun", "en_US");
});

it("tells times by the resort's clock, whatever this device's says", () => {
  inResort("America/Cancun", "en_US");

  expect(clockTime(AFTERNOON)).toMatch(/^2:00\sPM$/);
  expect(dayAndTime(AFTERNOON)).toMatch(/^Friday, October 16 at 2:00\sPM$/);
  expect(hourOf(new Date(AFTERNOON))).toBe(14);
});

it("tells the resort's day, not the day in London", () => {
  inResort("America/Cancun", "en_US");

  expect(dayOf("2026-10-17T03:30:00Z")).toBe("2026-10-16");
});

it("says full hours in brief where that cannot be misread", () => {
  inResort("America/Cancun", "en_US");
  expect(briefTime(AFTERNOON)).toMatch(/^2\sPM$/);
  expect(briefTime("2026-10-16T19:30:00Z")).toMatch(/^2:30\sPM$/);

  inResort("Europe/Madrid", "es_ES");
  expect(briefTime(AFTERNOON)).toBe("21:00");
});

it.each([
  ["160.00", "USD", "$160"],
  ["12.50", "USD", "$12.50"],
  ["0.00", "USD", "Free"],
  ["1450.00", "USD", "$1,450"],
])("writes %s %s as %s", (amount, currency, written) => {
  inResort("America/Cancun", "en_US");

  expect(money(amount, currency)).toBe(written);
});

it.each([
  [30, "30 min"],
  [60, "1 h"],
  [150, "2 h 30 min"],
])("says how long %i minutes are", (minutes, said) => {
  expect(duration(minutes)).toBe(said);
});

it.each([
  [0, "00:00"],
  [65, "01:05"],
  [1745, "29:05"],
  [3720, "1:02:00"],
])("counts %i seconds down as %s", (seconds, shown) => {
  expect(countdown(seconds)).toBe(shown);
});
