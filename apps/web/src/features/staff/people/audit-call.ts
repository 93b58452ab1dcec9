import { useInfiniteQuery } from "@tanstack/react-query";
import type { AuditAct, Page } from "@/api/shapes";
import { get } from "@/lib/http";

/** What was done, newest first, in parts; to one thing alone where its id is given. */
export function useAudit(subjectId: string) {
  return useInfiniteQuery({
    queryKey: ["desk", "audit", subjectId],
    queryFn: ({ pageParam, signal }) =>
      get<Page<AuditAct>>("/staff/audit/", {
        params: { limit: "50", ...(subjectId ? { subject_id: subjectId } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}
