import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { WholeConversation } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";
import { conversationKey } from "./conversation-call";

type Step = "takeover" | "release";

/** Take a conversation over from the bot or a colleague, or hand it back to the bot. */
export function useHandover(id: string): UseMutationResult<WholeConversation, ApiError, Step> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step) => send<WholeConversation>("post", `/staff/conversations/${id}/${step}/`),
    onSuccess: async (now) => {
      await queries.cancelQueries({ queryKey: conversationKey(id) });
      queries.setQueryData(conversationKey(id), now);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["desk", "conversations"] }),
  });
}
