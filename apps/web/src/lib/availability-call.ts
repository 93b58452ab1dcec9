import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Slot } from "@/api/shapes";
import { get } from "@/lib/http";

interface Availability {
  activity_id: string;
  timezone: string;
  slots: Slot[];
}

interface Asked {
  /** First and last day, at most 31 of them. */
  from: string;
  to: string;
  participants: number;
}

const REFRESH_MS = 20_000;

/** The times of some days with the places left; looked at again while the page is open. */
export function useAvailability(key: string, { from, to, participants }: Asked, isWanted = true) {
  const params = { from, to, participants: String(Math.max(1, participants)) };
  return useQuery({
    queryKey: ["availability", key, params],
    queryFn: async ({ signal }) =>
      (await get<Availability>(`/activities/${encodeURIComponent(key)}/availability/`, { params, signal })).slots,
    enabled: isWanted,
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
