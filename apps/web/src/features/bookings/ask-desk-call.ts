import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import type { components } from "@/api/schema";
import type { Booking } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

type Asked = components["schemas"]["Asked"];

/** Ask the front desk about a booking. */
export function useAskDesk(booking: Booking): UseMutationResult<Asked, ApiError, string> {
  return useMutation({ mutationFn: (message) => send<Asked>("post", `/bookings/${booking.id}/ask-desk/`, { message }) });
}
