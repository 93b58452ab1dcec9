import type { Booking } from "@/api/shapes";
import { serverNow } from "@/lib/clock";
import { useChange } from "./change-call";

/** Let a booking go, with a reason or without. */
export function useCancel(booking: Booking) {
  return useChange<string>(booking, {
    method: "post",
    path: "cancel/",
    body: (reason) => (reason.trim() ? { reason: reason.trim() } : {}),
    foresee: (had) => ({
      ...had,
      status: "cancelled",
      expires_at: null,
      can_cancel: false,
      cancelled_at: new Date(serverNow()).toISOString(),
    }),
  });
}
