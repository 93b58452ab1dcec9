import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { noteServerTime, serverNow, useSecondsLeft } from "./clock";

const NOW = new Date("2026-10-14T12:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  noteServerTime(NOW.toUTCString());
});

afterEach(() => {
  noteServerTime(new Date().toUTCString());
  vi.useRealTimers();
});

it("counts down by the second, and never below zero", () => {
  const { result } = renderHook(() => useSecondsLeft("2026-10-14T12:00:02Z"));
  const first = result.current;

  act(() => {
    vi.advanceTimersByTime(1000);
  });
  const second = result.current;
  act(() => {
    vi.advanceTimersByTime(10_000);
  });

  expect(first - second).toBe(1);
  expect(result.current).toBe(0);
});

it("goes by the resort's clock where this device's is wrong", () => {
  const server = new Date(NOW.getTime() - 3 * 3_600_000);
  noteServerTime(server.toUTCString());

  expect(Math.abs(serverNow() - server.getTime())).toBeLessThan(1000);
  const { result } = renderHook(() => useSecondsLeft(new Date(server.getTime() + 60_000).toISOString()));
  expect(Math.abs(result.current - 60)).toBeLessThanOrEqual(1);
});

it("stays as it is where an answer has no date", () => {
  noteServerTime(undefined);
  noteServerTime("yesterday");

  expect(Math.abs(serverNow() - NOW.getTime())).toBeLessThan(1000);
});
