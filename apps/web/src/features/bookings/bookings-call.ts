import { queryOptions } from "@tanstack/react-query";
import type { Booking, BookingStatus, Page } from "@/api/shapes";
import { get } from "@/lib/http";

const MOST = 100;
const OPEN: BookingStatus[] = ["pending", "confirmed"];
const OVER: BookingStatus[] = ["cancelled", "expired", "completed", "no_show"];

function fetchPage(statuses: BookingStatus[], limit: number, cursor: string | null, signal: AbortSignal): Promise<Page<Booking>> {
  const asked = new URLSearchParams({ limit: String(limit) });
  for (const status of statuses) asked.append("status", status);
  if (cursor) asked.set("cursor", cursor);
  return get<Page<Booking>>("/bookings/", { params: asked, signal });
}

/** All that is held or confirmed; nobody has so many that they have to come in parts. */
export const openBookings = queryOptions({
  queryKey: ["bookings", "open"],
  queryFn: async ({ signal }) => {
    const found: Booking[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Booking> = await fetchPage(OPEN, MOST, cursor, signal);
      found.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor);
    return found;
  },
});

/** What is over, newest first, in parts. */
export const pastBookings = {
  queryKey: ["bookings", "over"],
  queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) => fetchPage(OVER, 20, pageParam, signal),
  initialPageParam: null,
  getNextPageParam: (page: Page<Booking>) => page.next_cursor,
};
