import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { noteServerTime } from "@/lib/clock";
import { resort } from "@/lib/resort";
import { aDeparture } from "@/testing/desk-builders";
import { findDepartures } from "./find";

const NOW = new Date("2026-10-15T15:00:00Z"); // 10 in the morning in Cancún

const jetAtTwo = aDeparture("Jet Skiing", "2026-10-15T19:00:00Z");
const jetAtFour = aDeparture("Jet Skiing", "2026-10-15T21:00:00Z");
const jetTomorrow = aDeparture("Jet Skiing", "2026-10-16T19:00:00Z");
const yogaInTheMorning = aDeparture("Sunrise Yóga", "2026-10-16T12:00:00Z");
const overAlready = aDeparture("Jet Skiing", "2026-10-15T13:00:00Z");
const full = aDeparture("Jet Skiing", "2026-10-15T18:00:00Z", { seats_left: 0, booked_count: 8 });
const jetOnMonday = aDeparture("Jet Skiing", "2026-10-19T19:00:00Z");
const all = [overAlready, full, jetAtTwo, jetAtFour, yogaInTheMorning, jetTomorrow, jetOnMonday];

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  noteServerTime(NOW.toUTCString());
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US" });
});

afterEach(() => {
  vi.useRealTimers();
  noteServerTime(new Date().toUTCString());
});

it.each([
  ["jet 2pm", [jetAtTwo, jetTomorrow, jetOnMonday]],
  ["jet mon", [jetOnMonday]],
  ["monday jet 2pm", [jetOnMonday]],
  ["jet 19 oct", [jetOnMonday]],
  ["jet oct 16 14:00", [jetTomorrow]],
  ["2026-10-19", [jetOnMonday]],
  ["jet sun", []],
  ["sunset jet mon", []],
  ["jet 2 pm tomorrow", [jetTomorrow]],
  ["14:00 jet tod", [jetAtTwo]],
  ["jet 4", [jetAtFour]],
  ["yog", [yogaInTheMorning]],
  ["7am", [yogaInTheMorning]],
  ["sail", []],
])("finds departures by %j", (words, found) => {
  expect(findDepartures(all, words)).toEqual(found);
});

it("shows what can be booked first, and nothing that is over", () => {
  expect(findDepartures(all, "jet")).toEqual([jetAtTwo, jetAtFour, jetTomorrow, jetOnMonday, full]);
});
