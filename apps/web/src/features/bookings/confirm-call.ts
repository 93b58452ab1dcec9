import type { Booking } from "@/api/shapes";
import { serverNow } from "@/lib/clock";
import { useChange } from "./change-call";

/** Turn a hold into a sold booking. */
export function useConfirm(booking: Booking) {
  return useChange<undefined>(booking, {
    method: "post",
    path: "confirm/",
    body: () => ({}),
    foresee: (held) => ({ ...held, status: "confirmed", expires_at: null, confirmed_at: new Date(serverNow()).toISOString() }),
  });
}
