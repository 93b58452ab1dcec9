import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ClosedStretch, DeskSlot } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

/** Days of the resort, both included; of all activities where none is named. */
export interface Stretch {
  from: string;
  to: string;
  activity_ids?: string[];
}

// Hundreds of guests may have to be told: that takes longer than other answers.
const TIMEOUT_MS = 120_000;
const PATIENT = { timeout: TIMEOUT_MS };

/** Whom closing a stretch would concern; nothing is done. */
export function useStretchPreview() {
  return useMutation<ClosedStretch, ApiError, Stretch>({
    mutationFn: (stretch) => send<ClosedStretch>("post", "/staff/slots/close/", { ...stretch, dry_run: true }, PATIENT),
  });
}

export function useCloseStretch() {
  const queries = useQueryClient();
  return useMutation<ClosedStretch, ApiError, Stretch & { reason: string }>({
    mutationFn: (asked) => send<ClosedStretch>("post", "/staff/slots/close/", asked, PATIENT),
    onSettled: () => queries.invalidateQueries({ queryKey: ["desk"] }),
  });
}

/** Put what is closed in a stretch back on sale; bookings that were cancelled stay so. */
export function useReopenStretch() {
  const queries = useQueryClient();
  return useMutation<DeskSlot[], ApiError, Stretch>({
    mutationFn: async (stretch) => (await send<{ items: DeskSlot[] }>("post", "/staff/slots/reopen/", stretch, PATIENT)).items,
    onSettled: () => queries.invalidateQueries({ queryKey: ["desk"] }),
  });
}
