import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";
import { foresee } from "./manifest-call";

/** Take a check-in back. */
export function useUndoCheckIn(bookingId: string): UseMutationResult<unknown, ApiError, undefined, () => void> {
  const queries = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: () => send("delete", `/staff/bookings/${bookingId}/check-in/`),
    onMutate: () => foresee(queries, bookingId, { checked_in_at: null, arrived: null }),
    onError: (_problem, _nothing, takeBack) => takeBack?.(),
    onSettled: () => queries.invalidateQueries({ queryKey: ["desk"] }),
  });
}
