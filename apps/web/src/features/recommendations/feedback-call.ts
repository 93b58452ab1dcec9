import { useMutation, useQueryClient } from "@tanstack/react-query";
import { send } from "@/lib/http";

interface Feedback {
  activity_id: string;
  helpful: boolean;
}

/** Tell whether a recommendation was of use, so that the next ones are better. */
export function useFeedback() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (feedback: Feedback) => send<unknown>("post", "/recommendations/feedback/", feedback),
    // The next visit shows what follows from it; what the guest looks at now stays where it is.
    onSuccess: () => queries.invalidateQueries({ queryKey: ["recommendations"], refetchType: "none" }),
  });
}
