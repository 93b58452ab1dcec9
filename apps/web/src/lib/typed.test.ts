import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useTyped } from "./typed";

const RESTED_MS = 250;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function aField(first = "") {
  const told = vi.fn();
  const { result, rerender } = renderHook(({ value }) => useTyped(value, told), { initialProps: { value: first } });
  return {
    told,
    words: () => result.current[0],
    type: (...states: string[]) => {
      for (const words of states) act(() => { result.current[1](words); });
    },
    rest: () => { act(() => { vi.advanceTimersByTime(RESTED_MS); }); },
    comesBack: (value: string) => { rerender({ value }); },
  };
}

it("shows each letter at once, and tells the words when typing rests", () => {
  const field = aField();

  field.type("s", "st", "sto");

  expect(field.words()).toBe("sto");
  expect(field.told).not.toHaveBeenCalled();
  field.rest();
  expect(field.told.mock.calls).toEqual([["sto"]]);
});

it("keeps what is typed on where the value comes back late", () => {
  const field = aField();

  field.type("sto");
  field.rest();
  field.type("ston", "stone");
  field.comesBack("sto");

  expect(field.words()).toBe("stone");
  field.rest();
  field.comesBack("stone");
  expect(field.words()).toBe("stone");
  expect(field.told.mock.calls).toEqual([["sto"], ["stone"]]);
});

it("takes over what is changed elsewhere, and tells it nobody", () => {
  const field = aField("stone");

  field.comesBack("");

  expect(field.words()).toBe("");
  field.rest();
  expect(field.told).not.toHaveBeenCalled();
  field.type("stone");
  field.rest();
  expect(field.told.mock.calls).toEqual([["stone"]]);
});
