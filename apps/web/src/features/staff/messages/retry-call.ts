import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { Outgoing } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

/** Let a message (its id) go out now. */
export function useRetry(): UseMutationResult<Outgoing, ApiError, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id) => send<Outgoing>("post", `/staff/messages/${id}/retry/`),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["desk", "messages"] });
      void queries.invalidateQueries({ queryKey: ["desk", "booking"] });
    },
  });
}
