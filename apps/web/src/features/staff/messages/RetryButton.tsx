import { RotateCw } from "lucide-react";
import type { Outgoing } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { asApiError, inWords } from "@/lib/errors";
import { toast } from "@/lib/toast";
import { useRetry } from "./retry-call";
import { texts } from "./texts";

/** Tries a message again that failed, or waits for its template. */
export function RetryButton({ message }: { message: Outgoing }) {
  const retry = useRetry();
  if (message.status !== "failed" && message.status !== "waiting") return null;
  const go = () => {
    retry.mutate(message.id, {
      onSuccess: () => {
        toast.success(texts.retried);
      },
      onError: (problem) => {
        toast.error(inWords(asApiError(problem)));
      },
    });
  };
  return (
    <Button look="quiet" size="small" isBusy={retry.isPending} onClick={go}>
      <RotateCw aria-hidden="true" className="size-4" />
      {texts.retry}
    </Button>
  );
}
