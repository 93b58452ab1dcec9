import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

/** Write a note on a booking, for staff alone. */
export function useNote(bookingId: string): UseMutationResult<unknown, ApiError, string> {
  const queries = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: (body) => send("post", `/staff/bookings/${bookingId}/notes/`, { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["desk"] }),
  });
}
