import type { Booking } from "@/api/shapes";
import { useChange } from "./change-call";

/** Move to another departure (its id) of the same activity. */
export function useMove(booking: Booking) {
  return useChange<string>(booking, { method: "post", path: "reschedule/", body: (slotId) => ({ time_slot_id: slotId }) });
}
