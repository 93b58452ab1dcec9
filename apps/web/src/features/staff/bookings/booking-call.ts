import { useQuery } from "@tanstack/react-query";
import type { WholeBooking } from "@/api/shapes";
import { get } from "@/lib/http";

export function bookingKey(key: string): string[] {
  return ["desk", "booking", key.replaceAll("-", "").toUpperCase()];
}

/** A booking with all that happened to it, by its reference or id. */
export function useDeskBooking(key: string) {
  return useQuery({
    queryKey: bookingKey(key),
    queryFn: ({ signal }) => get<WholeBooking>(`/staff/bookings/${encodeURIComponent(key)}/`, { signal }),
  });
}
