import { ThumbsDown, ThumbsUp } from "lucide-react";
import { cn } from "@/lib/cn";
import { asApiError, inWords } from "@/lib/errors";
import { toast } from "@/lib/toast";
import { useFeedback } from "./feedback-call";
import { texts } from "./texts";

/** Whether a recommendation was of use: one tap, for those who like to say. */
export function Opinion({ activityId, name }: { activityId: string; name: string }) {
  const { mutate, isPending, isSuccess, variables } = useFeedback();
  const tell = (helpful: boolean) => {
    mutate(
      { activity_id: activityId, helpful },
      {
        onSuccess: () => {
          toast.success(texts.thanks);
        },
        onError: (problem) => {
          toast.error(inWords(asApiError(problem)));
        },
      },
    );
  };
  return (
    <div role="group" aria-label={`${texts.ask}: ${name}`} className="relative z-10 -my-2 -mr-2 flex">
      {[true, false].map((helpful) => {
        const Icon = helpful ? ThumbsUp : ThumbsDown;
        const isTold = isSuccess && variables.helpful === helpful;
        return (
          <button
            key={String(helpful)}
            type="button"
            aria-label={helpful ? texts.yes : texts.no}
            aria-pressed={isTold}
            disabled={isPending}
            className={cn("grid size-11 place-items-center rounded-full hover:bg-sand", isTold ? "text-lagoon-deep" : "text-ink-soft")}
            onClick={() => {
              tell(helpful);
            }}
          >
            <Icon aria-hidden="true" className={cn("size-4", isTold && "fill-current")} />
          </button>
        );
      })}
    </div>
  );
}
