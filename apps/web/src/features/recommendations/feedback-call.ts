import { useMutation } from "@tanstack/react-query";
import { send } from "@/lib/http";

interface Feedback {
  activity_id: string;
  helpful: boolean;
}

/** Tell whether a recommendation was of use, so that the next ones are better. */
export function useFeedback() {
  return useMutation({ mutationFn: (feedback: Feedback) => send<unknown>("post", "/recommendations/feedback/", feedback) });
}
