import type { components } from "@/api/schema";
import type { DeskBooking } from "@/api/shapes";
import { useDeskChange } from "./change-call";

/** Cancel for a guest, with or without a fee. */
export function useDeskCancel(booking: DeskBooking) {
  return useDeskChange<Partial<components["schemas"]["DeskCancellationAsked"]>>(booking, { method: "post", path: "cancel/" });
}
