import type { components } from "@/api/schema";
import type { DeskBooking } from "@/api/shapes";
import { useDeskChange } from "./change-call";

/** Change who comes, the words of a booking, how it is paid, or how it ended. */
export function useDeskAmend(booking: DeskBooking) {
  return useDeskChange<components["schemas"]["DeskChangesAsked"]>(booking, { method: "patch", path: "" });
}
