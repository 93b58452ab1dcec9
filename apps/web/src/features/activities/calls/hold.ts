import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Booking } from "@/api/shapes";
import { sendOnce } from "@/lib/http";
import type { Party } from "@/lib/party";

interface Wish {
  activityId: string;
  slotId: string;
  party: Party;
  requests: string;
  idempotencyKey: string;
}

function hold({ activityId, slotId, party, requests, idempotencyKey }: Wish): Promise<Booking> {
  const counted = Object.fromEntries(Object.entries(party).filter(([, count]) => count > 0));
  const body = { activity_id: activityId, time_slot_id: slotId, party: counted, special_requests: requests.trim() };
  return sendOnce<Booking>("post", "/bookings/", body, idempotencyKey);
}

/** Hold places; whatever comes of it, what is free is looked at anew. */
export function useHold() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: hold,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["availability"] });
      void queries.invalidateQueries({ queryKey: ["activities"] });
      void queries.invalidateQueries({ queryKey: ["bookings"] });
    },
  });
}
