import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Offer, Page } from "@/api/shapes";
import { get } from "@/lib/http";
import { asQuery, type Filters } from "../filters";

const PAGE_SIZE = "60";
/** What a card shows; the rest of each activity would double what comes over the wire. */
export const CARD_FIELDS = "id,slug,name,category,price,currency,price_per,rates,duration_minutes,location,images";

export function activitiesCall(filters: Filters) {
  const query = asQuery(filters);
  return infiniteQueryOptions({
    queryKey: ["activities", "list", query],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Offer>>("/activities/", {
        params: { ...query, limit: PAGE_SIZE, fields: CARD_FIELDS, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page: Page<Offer>) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
}

/** The activities that fit, a page at a time, each with its next times. */
export function useActivities(filters: Filters) {
  return useInfiniteQuery(activitiesCall(filters));
}
