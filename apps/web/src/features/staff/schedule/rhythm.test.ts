import { describe, expect, it } from "vitest";
import type { Schedule } from "@/api/shapes";
import { askedOf, draftOf, weekdaysOf } from "./rhythm";

const weekly: Schedule = {
  id: "s-1",
  activity_id: "a-1",
  rrule: "FREQ=WEEKLY;BYDAY=MO,WE",
  times: ["09:00"],
  from: "2026-10-01",
  until: null,
  capacity: null,
  except: [],
  filled_until: null,
  created_at: "2026-09-01T00:00:00Z",
};

describe("a schedule in the form", () => {
  it("shows the weekdays of a weekly rule, and none of a stranger one", () => {
    expect(weekdaysOf(weekly.rrule)).toEqual(["mon", "wed"]);
    expect(weekdaysOf("FREQ=MONTHLY;BYMONTHDAY=1")).toEqual([]);
  });

  it("asks for nothing but what was changed", () => {
    expect(askedOf({ ...draftOf(weekly), until: "2026-12-31" }, weekly)).toEqual({ until: "2026-12-31" });
  });

  it("leaves a stranger rule as it is while no day is chosen", () => {
    const monthly = { ...weekly, rrule: "FREQ=MONTHLY;BYMONTHDAY=1" };

    expect(askedOf({ ...draftOf(monthly), capacity: "4" }, monthly)).toEqual({ capacity: 4 });
  });

  it("asks for an open end by saying so", () => {
    expect(askedOf(draftOf(weekly), null)).toEqual({
      weekdays: ["mon", "wed"],
      times: ["09:00"],
      from: "2026-10-01",
      until: null,
      capacity: null,
      except: [],
    });
  });
});
