import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { Charge } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

export type Step = "posted" | "waive";

/** Note that charges were put on their rooms, or that nobody pays them; one after the other. */
export function useSettle(step: Step): UseMutationResult<Charge[], ApiError, Charge[]> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (charges) => {
      const done: Charge[] = [];
      for (const { id } of charges) {
        const settled = await send<Charge>("post", `/staff/charges/${id}/${step}/`);
        done.push(settled);
        queries.setQueriesData<Charge[]>({ queryKey: ["desk", "charges"] }, (had) => had?.map((one) => (one.id === id ? settled : one)));
      }
      return done;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["desk"] }),
  });
}
