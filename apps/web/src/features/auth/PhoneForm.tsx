import { useState, type SyntheticEvent } from "react";
import { Button } from "@/components/ui/Button";
import { inWords, type ApiError } from "@/lib/errors";
import { inAWhile } from "@/lib/wait";
import { awaited, type AwaitedCode } from "./awaited-code";
import { likelyCountry, readPhone, settled, type TypedPhone } from "./phone";
import { PhoneInput } from "./PhoneInput";
import { useRequestCode } from "./request-code-call";
import { texts } from "./texts";

// A code that was asked for so shortly ago is still good.
const CODE_LIVES_SECONDS = 300;

interface Props {
  typed: TypedPhone | null;
  onTyped: (typed: TypedPhone) => void;
  onRequested: (code: AwaitedCode) => void;
}

/** Asks for the guest's number and has a code sent to it. */
export function PhoneForm({ typed, onTyped, onRequested }: Props) {
  const ask = useRequestCode();
  const [problem, setProblem] = useState<string>();
  const value = typed ?? { country: likelyCountry(navigator.languages), text: "" };
  const read = readPhone(value);
  const wait = ask.error?.code === "RATE_LIMITED" ? ask.error.retryAfterSeconds : null;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (ask.isPending) return;
    onTyped(settled(value));
    if ("problem" in read) {
      setProblem(texts.login.problems[read.problem]);
      return;
    }
    const { phone } = read;
    ask.mutate(phone, {
      onSuccess: (requested) => {
        onRequested(awaited(phone, requested));
      },
    });
  };

  return (
    <form className="grid gap-5" noValidate onSubmit={submit}>
      <PhoneInput
        value={value}
        error={problem ?? refusalOf(ask.error)}
        onChange={(changed) => {
          setProblem(undefined);
          if (changed.text !== value.text) ask.reset();
          onTyped(changed);
        }}
      />
      <Button type="submit" size="wide" isBusy={ask.isPending}>
        {texts.login.send}
      </Button>
      {wait && "phone" in read ? (
        <Button
          look="quiet"
          onClick={() => {
            onRequested(awaited(read.phone, { resend_in: wait, expires_in: CODE_LIVES_SECONDS }));
          }}
        >
          {texts.login.haveCode}
        </Button>
      ) : null}
    </form>
  );
}

function refusalOf(error: ApiError | null): string | undefined {
  if (!error) return undefined;
  if (error.code === "RATE_LIMITED" && error.retryAfterSeconds) return texts.login.pause(inAWhile(error.retryAfterSeconds));
  return inWords(error);
}
