import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

/** Have a guest erased (their id); refused with CONFLICT while a booking is ahead. */
export function useEraseGuest(): UseMutationResult<null, ApiError, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id) => send<null>("delete", `/staff/guests/${id}/`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["desk"] }),
  });
}
