import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { DeskBooking, Page } from "@/api/shapes";
import { get } from "@/lib/http";
import type { Filters } from "./filters";

const PAGE = "40";

/** Bookings of all guests that fit, newest first, in parts. */
export function useSearch({ q, date, activity, status }: Filters) {
  const wanted = Object.fromEntries(Object.entries({ q: q.trim(), date, activity, status }).filter(([, value]) => value));
  return useInfiniteQuery({
    queryKey: ["desk", "bookings", wanted],
    queryFn: ({ pageParam, signal }) =>
      get<Page<DeskBooking>>("/staff/bookings/", { params: { ...wanted, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}
