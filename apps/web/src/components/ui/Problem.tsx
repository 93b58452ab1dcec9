import { asApiError, inWords } from "@/lib/errors";
import { texts } from "@/lib/texts";
import { Button } from "./Button";

/** Says in plain words what went wrong, and offers to try again. */
export function Problem({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  return (
    <div role="alert" className="rounded-card border border-coral/50 bg-coral-tint p-5">
      <p className="font-display text-xl">{texts.errors.title}</p>
      <p className="mt-1">{inWords(asApiError(problem))}</p>
      {onRetry ? (
        <Button look="quiet" className="mt-4" onClick={onRetry}>
          {texts.retry}
        </Button>
      ) : null}
    </div>
  );
}
