import { useEffect, useState } from "react";

let aheadMs = 0;

/** Learn how far the resort's clock is from this phone's, from any answer's `Date`. */
export function noteServerTime(date: unknown): void {
  const told = typeof date === "string" ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(told)) return;
  // The header has whole seconds; half of one is its best guess.
  const ahead = told + 500 - Date.now();
  if (Math.abs(ahead - aheadMs) > 1500) aheadMs = ahead;
}

/** The resort's time by the server, right though the phone's clock is wrong. */
export function serverNow(): number {
  return Date.now() + aheadMs;
}

/** Seconds until a moment, counted down while the page is open; never below zero. */
export function useSecondsLeft(until: string | null): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (!until) return undefined;
    const timer = setInterval(() => {
      setNow(serverNow());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [until]);
  if (!until) return 0;
  return Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
}
