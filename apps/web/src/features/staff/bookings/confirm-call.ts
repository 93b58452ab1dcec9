import type { DeskBooking } from "@/api/shapes";
import { useDeskChange } from "./change-call";

/** Confirm a hold for a guest. */
export function useDeskConfirm(booking: DeskBooking) {
  return useDeskChange<Record<string, never>>(booking, { method: "post", path: "confirm/" });
}
