import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { DeskSlot } from "@/api/shapes";
import { addDays, daysFrom } from "@/lib/days";
import { mondayOf } from "./board";
import { slotsCall } from "./slots-call";
import type { Span } from "./useBoardView";

// What another desk does to a departure that nobody has booked is told by no event.
const REFRESH_MS: Record<Span, number> = { day: 2_000, week: 10_000 };

interface BoardSlots {
  /** The days shown, each with its departures; undefined until they are known. */
  days: { day: string; slots: DeskSlot[] | undefined }[];
  isLoading: boolean;
  problem: unknown;
  retry: () => void;
}

/** The departures of a day or of its week, kept true; the days around are fetched ahead, so that turning is instant. */
export function useBoardSlots(span: Span, day: string): BoardSlots {
  const queries = useQueryClient();
  const wanted = span === "day" ? [day] : daysFrom(mondayOf(day), 7);
  const found = useQueries({ queries: wanted.map((one) => ({ ...slotsCall(one), refetchInterval: REFRESH_MS[span] })) });
  const isLoading = found.some((one) => one.isPending);
  useEffect(() => {
    if (isLoading || span === "week") return;
    // Not to be had ahead: it is asked for again when it is turned to.
    for (const next of [addDays(day, 1), addDays(day, -1)]) queries.query(slotsCall(next)).catch(() => undefined);
  }, [queries, span, day, isLoading]);
  return {
    days: wanted.map((one, n) => ({ day: one, slots: found[n]?.data })),
    isLoading,
    problem: found.find((one) => one.isError && !one.data)?.error ?? null,
    retry: () => {
      for (const one of found) if (one.isError) void one.refetch();
    },
  };
}
