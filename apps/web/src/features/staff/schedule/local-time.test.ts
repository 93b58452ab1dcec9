import { beforeEach, describe, expect, it } from "vitest";
import { resort } from "@/lib/resort";
import { momentOf } from "./local-time";

describe("the moment of a clock time", () => {
  beforeEach(() => {
    resort.set({ ...resort.get(), timezone: "America/New_York" });
  });

  it("follows the resort's zone in winter and in summer", () => {
    expect(momentOf("2026-01-15", "09:00")).toBe("2026-01-15T14:00:00Z");
    expect(momentOf("2026-07-15", "09:00")).toBe("2026-07-15T13:00:00Z");
  });

  it("is none where the clock leaps over it, and the first of a doubled one", () => {
    expect(momentOf("2026-03-08", "02:30")).toBeNull();
    expect(momentOf("2026-11-01", "01:30")).toBe("2026-11-01T05:30:00Z");
  });

  it("is none for what is no time", () => {
    expect(momentOf("2026-03-08", "")).toBeNull();
  });
});
