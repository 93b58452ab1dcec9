import { useInfiniteQuery } from "@tanstack/react-query";
import type { Outgoing, Page } from "@/api/shapes";
import { get } from "@/lib/http";

const REFRESH_MS = 3_000;

/** Messages to guests that stand so, newest first, in parts. */
export function useMessages(status: Outgoing["status"]) {
  return useInfiniteQuery({
    queryKey: ["desk", "messages", status],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Outgoing>>("/staff/messages/", { params: { status, limit: "50", ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: REFRESH_MS,
  });
}
