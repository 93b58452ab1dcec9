import { useQuery } from "@tanstack/react-query";
import type { DeskBooking, Page } from "@/api/shapes";
import { get } from "@/lib/http";

/** A guest's latest bookings. */
export function useGuestBookings(guestId: string) {
  return useQuery({
    queryKey: ["desk", "bookings", "of", guestId],
    queryFn: async ({ signal }) =>
      (await get<Page<DeskBooking>>("/staff/bookings/", { params: { guest: guestId, limit: "20" }, signal })).items,
  });
}
