import { queryOptions } from "@tanstack/react-query";
import type { Booking } from "@/api/shapes";
import { get } from "@/lib/http";

/** One of the guest's own bookings, by its reference or id. */
export function bookingQuery(key: string) {
  return queryOptions({
    queryKey: ["bookings", "one", key.replaceAll("-", "").toUpperCase()],
    queryFn: ({ signal }) => get<Booking>(`/bookings/${encodeURIComponent(key)}/`, { signal }),
  });
}
