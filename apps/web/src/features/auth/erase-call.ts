import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";
import { signedOut } from "@/lib/session";

/** Have the guest erased; refused with CONFLICT while a booking is ahead. */
export function useErase(): UseMutationResult<unknown, ApiError> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send("delete", "/auth/me/"),
    onSuccess: () => {
      signedOut();
      for (const name of ["bookings", "preferences", "recommendations"]) queries.removeQueries({ queryKey: [name] });
    },
  });
}
