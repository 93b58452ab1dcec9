import { useQuery } from "@tanstack/react-query";
import type { WholeConversation } from "@/api/shapes";
import { get } from "@/lib/http";

const REFRESH_MS = 2_000;

export function conversationKey(id: string): string[] {
  return ["desk", "conversation", id];
}

/** A guest's conversation with what was said; nothing tells of new words, so it is asked for again and again. */
export function useConversation(id: string, isWanted = true) {
  return useQuery({
    queryKey: conversationKey(id),
    queryFn: ({ signal }) => get<WholeConversation>(`/staff/conversations/${encodeURIComponent(id)}/`, { signal }),
    enabled: isWanted,
    refetchInterval: REFRESH_MS,
  });
}
