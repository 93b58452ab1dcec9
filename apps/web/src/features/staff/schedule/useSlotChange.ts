import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DeskSlot } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { sendTagged, type Tagged } from "@/lib/http";

interface Change {
  method: "post" | "patch";
  /** The last part of the address, after the departure. */
  path?: string;
  seen: Tagged<DeskSlot>;
}

/**
 * One change of a departure, about the state that was seen when the change was begun. Where somebody else was faster
 * it is refused; the departure is shown as it is now, and the next try is about that.
 */
export function useSlotChange<Asked, Answer>({ method, path = "", seen }: Change) {
  const queries = useQueryClient();
  const [base, setBase] = useState<string | null>(seen.tag);
  return useMutation<Tagged<Answer>, ApiError, Asked>({
    mutationFn: (asked) => sendTagged<Answer>(method, `/staff/slots/${seen.value.id}/${path}`, asked, base ?? seen.tag),
    onError: ({ code }) => {
      if (code === "PRECONDITION_FAILED") setBase(null);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["desk"] }),
  });
}
