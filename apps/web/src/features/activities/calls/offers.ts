import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Offer, Page } from "@/api/shapes";
import { get } from "@/lib/http";
import { CARD_FIELDS } from "./activities";

export const offersCall = queryOptions({
  queryKey: ["activities", "offers"],
  queryFn: async ({ signal }) => {
    const params = { limit: "100", include: "next_slots", fields: CARD_FIELDS };
    return (await get<Page<Offer>>("/activities/", { params, signal })).items;
  },
  staleTime: 30_000,
});

/** What the resort offers, with the next times of each: all that the front page is made of. */
export function useOffers() {
  return useQuery(offersCall);
}
