import { useQueries } from "@tanstack/react-query";
import { addDays, today } from "@/lib/days";
import { arrivalsCall } from "../arrivals/arrivals-call";
import type { Departure } from "../parts/shapes";

interface Bookable {
  departures: Departure[];
  isLoading: boolean;
  problem: unknown;
}

/** Today's and tomorrow's departures, and those of another day where one is meant. */
export function useBookable(): Bookable {
  const days = useQueries({ queries: [arrivalsCall(today()), arrivalsCall(addDays(today(), 1))] });
  return {
    departures: days.flatMap(({ data }) => data?.items ?? []),
    isLoading: days.some(({ isPending }) => isPending),
    problem: days.find(({ isError }) => isError)?.error ?? null,
  };
}
