import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

/** Ask for a guest's number in full; who asked is taken down. */
export function usePhone(bookingId: string): UseMutationResult<{ phone: string | null }, ApiError, undefined> {
  return useMutation({
    networkMode: "always",
    mutationFn: () => send<{ phone: string | null }>("post", `/staff/bookings/${bookingId}/phone/`),
  });
}
