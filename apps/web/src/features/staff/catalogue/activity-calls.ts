import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { DeskActivity } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { getTagged, send, sendTagged, type Tagged } from "@/lib/http";

/** One activity as the desk edits it, with the tag of its state. */
export function deskActivityCall(key: string) {
  return queryOptions({
    queryKey: ["desk", "activity", key],
    queryFn: ({ signal }) => getTagged<DeskActivity>(`/staff/activities/${encodeURIComponent(key)}/`, { signal }),
  });
}

interface Change {
  id: string;
  asked: Record<string, unknown>;
  /** The state that was seen. */
  tag: string;
}

/** Whatever shows activities, to guests or at the desk, is asked for anew. */
function useForget(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const name of ["desk", "activities", "activity"]) void queries.invalidateQueries({ queryKey: [name] });
  };
}

export function useCreateActivity() {
  const forget = useForget();
  return useMutation<DeskActivity, ApiError, Record<string, unknown>>({
    mutationFn: (asked) => send<DeskActivity>("post", "/staff/activities/", asked),
    onSuccess: forget,
  });
}

/** Change an activity; refused (`PRECONDITION_FAILED`) where somebody else was faster. */
export function useChangeActivity() {
  const forget = useForget();
  return useMutation<Tagged<DeskActivity>, ApiError, Change>({
    mutationFn: ({ id, asked, tag }) => sendTagged<DeskActivity>("patch", `/staff/activities/${id}/`, asked, tag),
    onSuccess: forget,
  });
}
