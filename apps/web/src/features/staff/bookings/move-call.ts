import type { components } from "@/api/schema";
import type { DeskBooking } from "@/api/shapes";
import { useDeskChange } from "./change-call";

/** Move to another departure of the same activity, with or without a fee. */
export function useDeskMove(booking: DeskBooking) {
  return useDeskChange<components["schemas"]["DeskMoveAsked"]>(booking, { method: "post", path: "reschedule/" });
}
