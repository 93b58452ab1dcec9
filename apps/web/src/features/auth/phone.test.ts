import { describe, expect, it } from "vitest";
import { countries, likelyCountry, readPhone, settled, spokenPhone } from "./phone";

describe("a phone number", () => {
  it("is read with the country that was chosen", () => {
    expect(readPhone({ country: "MX", text: "998 123 4567" })).toEqual({ phone: "+529981234567" });
    expect(readPhone({ country: "US", text: "(415) 555-0123" })).toEqual({ phone: "+14155550123" });
  });

  it("is read whole where it begins with a country code, whatever was chosen", () => {
    expect(readPhone({ country: "US", text: "+49 151 23456789" })).toEqual({ phone: "+4915123456789" });
    expect(readPhone({ country: "US", text: "0049 151 23456789" })).toEqual({ phone: "+4915123456789" });
    expect(readPhone({ country: "US", text: "tel:+34612345678" })).toEqual({ phone: "+34612345678" });
  });

  it("says what is wrong with it", () => {
    expect(readPhone({ country: "US", text: "" })).toEqual({ problem: "NOT_A_NUMBER" });
    expect(readPhone({ country: "US", text: "hello" })).toEqual({ problem: "NOT_A_NUMBER" });
    expect(readPhone({ country: "US", text: "415" })).toEqual({ problem: "TOO_SHORT" });
    expect(readPhone({ country: "US", text: "415555012345678" })).toEqual({ problem: "TOO_LONG" });
  });

  it("that was pasted whole sets the country", () => {
    expect(settled({ country: "US", text: "+52 998 123 4567" })).toEqual({ country: "MX", text: "998 123 4567" });
  });

  it("that is not whole stays as it was typed", () => {
    expect(settled({ country: "US", text: "415 555" })).toEqual({ country: "US", text: "415 555" });
    expect(settled({ country: "US", text: "+52 99" })).toEqual({ country: "US", text: "+52 99" });
  });

  it("is read out in groups", () => {
    expect(spokenPhone("+14155550123")).toBe("+1 415 555 0123");
  });
});

describe("countries", () => {
  it("are all there, by name, with their codes", () => {
    const all = countries();

    expect(all.length).toBeGreaterThan(200);
    expect(all.find(({ code }) => code === "MX")).toEqual({ code: "MX", name: "Mexico", calling: "52" });
    expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)));
  });

  it("are guessed from the browser's languages", () => {
    expect(likelyCountry(["es", "es-MX", "en-US"])).toBe("MX");
    expect(likelyCountry(["en"])).toBe("US");
    expect(likelyCountry(["zh-Hant-TW"])).toBe("TW");
    expect(likelyCountry([])).toBe("US");
  });
});
