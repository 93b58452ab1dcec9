import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { DeskMessage, WholeConversation } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";
import { conversationKey } from "./conversation-call";

/** Write to a guest; that takes the conversation over, unless a colleague has it. */
export function useReply(id: string): UseMutationResult<DeskMessage, ApiError, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body) => send<DeskMessage>("post", `/staff/conversations/${id}/reply/`, { body }),
    onSuccess: async (said) => {
      await queries.cancelQueries({ queryKey: conversationKey(id) });
      queries.setQueryData<WholeConversation>(conversationKey(id), (had) => had && { ...had, messages: [...had.messages, said] });
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: conversationKey(id) });
      void queries.invalidateQueries({ queryKey: ["desk", "conversations"] });
    },
  });
}
