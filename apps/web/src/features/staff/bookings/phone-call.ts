import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

/** Ask for a guest's number in full; it is taken down who asked. */
export function usePhone(bookingId: string): UseMutationResult<string | null, ApiError, undefined> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => (await send<{ phone: string | null }>("post", `/staff/bookings/${bookingId}/phone/`)).phone,
    onSettled: () => queries.invalidateQueries({ queryKey: ["desk", "booking"] }),
  });
}
