import { queryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { Conversation, Page } from "@/api/shapes";
import { get } from "@/lib/http";
import { getAll } from "../parts/pages";

const PATH = "/staff/conversations/";
const OPEN_PAGE_MS = 2_000;
const OTHERS_MS = 5_000;

function byWait(one: Conversation, other: Conversation): number {
  return (one.waiting_since ?? "").localeCompare(other.waiting_since ?? "");
}

/** Who waits for somebody at the desk, longest first. */
export const waitingQuery = queryOptions({
  queryKey: ["desk", "conversations", "waiting"],
  queryFn: async ({ signal }) => (await getAll<Conversation>(PATH, { status: "waiting" }, signal)).sort(byWait),
});

/** Those that somebody at the desk has taken, the latest first. */
export const takenQuery = queryOptions({
  queryKey: ["desk", "conversations", "taken"],
  queryFn: ({ signal }) => getAll<Conversation>(PATH, { status: "taken" }, signal),
  refetchInterval: OPEN_PAGE_MS,
});

/** Those of the bot, the latest first, in parts. */
export function useBotConversations() {
  return useInfiniteQuery({
    queryKey: ["desk", "conversations", "bot"],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Conversation>>(PATH, { params: { status: "bot", limit: "30", ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: OTHERS_MS,
  });
}
