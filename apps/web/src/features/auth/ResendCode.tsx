import { Button } from "@/components/ui/Button";
import { useSecondsLeft } from "@/lib/clock";
import { inWords } from "@/lib/errors";
import { countdown } from "@/lib/format";
import { inAWhile } from "@/lib/wait";
import { awaited as awaitedFrom, type AwaitedCode } from "./awaited-code";
import { useRequestCode } from "./request-code-call";
import { texts } from "./texts";

/** Another code, once it may be asked for. */
export function ResendCode({ awaited, onResent }: { awaited: AwaitedCode; onResent: (again: AwaitedCode) => void }) {
  const ask = useRequestCode();
  const left = useSecondsLeft(awaited.resendAt);
  const resend = () => {
    ask.mutate(awaited.phone, {
      onSuccess: (requested) => {
        onResent(awaitedFrom(awaited.phone, requested));
      },
    });
  };
  return (
    <div className="grid">
      {left > 0 ? (
        <p role="timer" className="flex min-h-11 items-center text-sm text-ink-soft tabular-nums">
          {texts.login.resendIn(countdown(left))}
        </p>
      ) : (
        <Button look="plain" className="-mx-3" isBusy={ask.isPending} onClick={resend}>
          {texts.login.resend}
        </Button>
      )}
      <p role="status" className="text-sm text-ink-soft">
        {ask.isSuccess ? texts.login.resent : null}
        {ask.error ? (ask.error.retryAfterSeconds ? texts.login.pause(inAWhile(ask.error.retryAfterSeconds)) : inWords(ask.error)) : null}
      </p>
    </div>
  );
}
