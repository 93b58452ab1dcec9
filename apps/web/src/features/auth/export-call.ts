import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import type { ApiError } from "@/lib/errors";
import { get } from "@/lib/http";

/** Everything that is held of the guest, as the text of a JSON file. */
export function useExport(): UseMutationResult<string, ApiError> {
  return useMutation({
    mutationFn: async () => JSON.stringify(await get<unknown>("/auth/me/export/"), null, 2),
  });
}
