import type { Booking } from "@/api/shapes";
import type { components } from "@/api/schema";
import { useChange } from "./change-call";

type Amendment = components["schemas"]["ChangesAsked"];

/** Change who comes, or the words that stand in a booking. */
export function useAmend(booking: Booking) {
  return useChange<Amendment>(booking, { method: "patch", path: "", body: (amendment) => amendment });
}
