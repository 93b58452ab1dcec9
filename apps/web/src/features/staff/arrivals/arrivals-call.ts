import { useQuery } from "@tanstack/react-query";
import { keptQuery } from "../parts/kept-query";
import type { Arrivals } from "../parts/shapes";

export function arrivalsCall(day: string) {
  return keptQuery<Arrivals>(["desk", "arrivals", day], `/staff/arrivals/?date=${day}`);
}

/** A day's departures with how many come to each; readable without a connection once it was there. */
export function useArrivals(day: string) {
  return useQuery(arrivalsCall(day));
}
