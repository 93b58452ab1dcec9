import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Booking, BookingStatus } from "@/api/shapes";
import { useSecondsLeft } from "@/lib/clock";

interface Hold {
  /** The booking's status now: a hold has run out at its second, whether anybody told us or not. */
  status: BookingStatus;
  secondsLeft: number;
  /** How much of the time to decide is left, 0 to 1. */
  share: number;
}

/** Follow a hold down to its end, and ask for the truth once it is there. */
export function useHold({ status, expires_at: until, created_at: since }: Booking): Hold {
  const queries = useQueryClient();
  const isHold = status === "pending" && until !== null;
  const secondsLeft = useSecondsLeft(isHold ? until : null);
  const isOver = isHold && secondsLeft === 0;
  useEffect(() => {
    if (isOver) void queries.invalidateQueries({ queryKey: ["bookings"] });
  }, [isOver, queries]);
  const whole = isHold ? (Date.parse(until) - Date.parse(since)) / 1000 : 0;
  return {
    status: isOver ? "expired" : status,
    secondsLeft,
    share: whole > 0 ? Math.min(1, secondsLeft / whole) : 0,
  };
}
