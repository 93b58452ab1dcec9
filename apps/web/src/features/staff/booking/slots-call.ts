import { useQueries, useQuery } from "@tanstack/react-query";
import { addDays, today } from "@/lib/days";
import { arrivalsCall } from "../arrivals/arrivals-call";
import { manifestCall } from "../arrivals/manifest-call";
import type { Departure, Manifest } from "../parts/shapes";

interface Bookable {
  departures: Departure[];
  isLoading: boolean;
  problem: unknown;
}

/** Today's and tomorrow's departures, those of another day that was named, and one of any day where it is meant. */
export function useBookable(slotId: string | null, day: string | null): Bookable {
  const wanted = new Set([today(), addDays(today(), 1), ...(day ? [day] : [])]);
  const days = useQueries({ queries: [...wanted].map((one) => arrivalsCall(one)) });
  const near = days.flatMap(({ data }) => data?.items ?? []);
  const isLoading = days.some(({ isPending }) => isPending);
  const isFar = slotId !== null && !isLoading && !near.some(({ slot }) => slot.id === slotId);
  const far = useQuery({ ...manifestCall(slotId ?? ""), enabled: isFar });
  return {
    departures: isFar && far.data ? [...near, departureOf(far.data)] : near,
    isLoading: isLoading || far.isLoading,
    problem: days.find(({ isError }) => isError)?.error ?? far.error,
  };
}

function departureOf({ items, ...manifest }: Manifest): Departure {
  return { ...manifest, bookings: items.length };
}
