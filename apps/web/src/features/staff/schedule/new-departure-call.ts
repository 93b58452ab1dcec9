import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DeskSlot } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

interface NewDeparture {
  activity: string;
  start_time: string;
  /** Without one it has as many seats as usual. */
  capacity?: number;
}

/** Make one departure, beside those that repeat. */
export function useNewDeparture() {
  const queries = useQueryClient();
  return useMutation<DeskSlot, ApiError, NewDeparture>({
    mutationFn: ({ activity, ...asked }) => send<DeskSlot>("post", `/staff/activities/${activity}/slots/`, asked),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["desk"] }),
  });
}
