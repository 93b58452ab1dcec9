import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { useRef } from "react";
import type { Booking } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { newKey, sendOnce } from "@/lib/http";

/** Hold places again as a lapsed booking had them, at a time (its id) of the same activity. */
export function useHoldAgain(lapsed: Booking): UseMutationResult<Booking, ApiError, string> {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: (slotId) => {
      const key = keys.current.get(slotId) ?? newKey();
      keys.current.set(slotId, key);
      const { activity, party, special_requests, lead_name, room } = lapsed;
      const wish = { activity_id: activity.id, time_slot_id: slotId, party, special_requests, lead_name, room };
      return sendOnce<Booking>("post", "/bookings/", wish, key);
    },
    onSuccess: (_, slotId) => {
      keys.current.delete(slotId);
    },
    onError: (problem, slotId) => {
      if (!problem.isPassing) keys.current.delete(slotId);
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["bookings"] });
      void queries.invalidateQueries({ queryKey: ["availability"] });
    },
  });
}
