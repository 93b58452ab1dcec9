import { queryOptions } from "@tanstack/react-query";
import type { DeskSlot } from "@/api/shapes";
import { getAll } from "../parts/pages";

/** All departures of one of the resort's days. */
export function slotsCall(day: string) {
  return queryOptions({
    queryKey: ["desk", "slots", day],
    queryFn: ({ signal }) => getAll<DeskSlot>("/staff/slots/", { from: day, to: day }, signal),
    staleTime: 1_000,
  });
}
