import { useQuery } from "@tanstack/react-query";
import type { Page } from "@/api/shapes";
import { get } from "@/lib/http";
import { useSettled } from "@/lib/settled";
import type { DeskBooking } from "../parts/shapes";

/** Who has called with this number before. */
export function useKnownGuest(phone: string) {
  const asked = useSettled(phone);
  const { data } = useQuery({
    queryKey: ["desk", "known", asked],
    queryFn: async ({ signal }) => {
      const params = { q: asked, limit: "1" };
      const found = await get<Page<DeskBooking>>("/staff/bookings/", { params, signal });
      return found.items[0]?.guest ?? null;
    },
    enabled: asked.length > 7,
    staleTime: 60_000,
  });
  return asked === phone ? (data ?? null) : null;
}
