import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Charge } from "@/api/shapes";
import { getAll } from "../parts/pages";

const REFRESH_MS = 2_000;

/** All charges of a day's departures; of all days where none is named. */
export function useCharges(date: string) {
  return useQuery({
    queryKey: ["desk", "charges", date],
    queryFn: ({ signal }) => getAll<Charge>("/staff/charges/", date ? { date } : {}, signal),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
