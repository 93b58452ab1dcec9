import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";
import type { DeskBooking, ManifestEntry } from "../parts/shapes";
import { foresee } from "./manifest-call";

export type Ending = "completed" | "no_show" | "confirmed";

/** Say how a booking ended, or put that right; shown at once. */
export function useEnding({ booking_id: id }: ManifestEntry): UseMutationResult<DeskBooking, ApiError, Ending, () => void> {
  const queries = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: (status) => send<DeskBooking>("patch", `/staff/bookings/${id}/`, { status }),
    onMutate: (status) => foresee(queries, id, { status }),
    onError: (_problem, _status, takeBack) => takeBack?.(),
    onSettled: () => queries.invalidateQueries({ queryKey: ["desk"] }),
  });
}
