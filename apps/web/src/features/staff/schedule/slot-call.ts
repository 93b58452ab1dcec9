import { queryOptions } from "@tanstack/react-query";
import type { DeskSlot } from "@/api/shapes";
import { getTagged } from "@/lib/http";

/** One departure, with the tag of what the desk edits of it. */
export function slotCall(id: string) {
  return queryOptions({
    queryKey: ["desk", "slot", id],
    queryFn: ({ signal }) => getTagged<DeskSlot>(`/staff/slots/${id}/`, { signal }),
    staleTime: 0,
  });
}
