import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { BookingNote } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

/** Write a note on a booking, for staff alone. */
export function useNote(bookingId: string): UseMutationResult<BookingNote, ApiError, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body) => send<BookingNote>("post", `/staff/bookings/${bookingId}/notes/`, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["desk", "booking"] }),
  });
}
