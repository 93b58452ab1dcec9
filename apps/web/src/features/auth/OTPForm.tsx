import { useRef, useState, type SyntheticEvent } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { asApiError, inWords } from "@/lib/errors";
import { inAWhile } from "@/lib/wait";
import type { AwaitedCode } from "./awaited-code";
import { CodeInput, DIGITS } from "./CodeInput";
import { spokenPhone } from "./phone";
import { ResendCode } from "./ResendCode";
import { texts } from "./texts";
import { useVerifyCode } from "./verify-code-call";

const TRIES = 5;

interface Props {
  awaited: AwaitedCode;
  onResent: (again: AwaitedCode) => void;
  onOtherPhone: () => void;
}

/** Takes the code from the guest's WhatsApp, and signs in by itself once it is whole. */
export function OTPForm({ awaited, onResent, onOtherPhone }: Props) {
  const [code, setCode] = useState("");
  const [wrongTries, setWrongTries] = useState(0);
  const lastTried = useRef("");
  const check = useVerifyCode();

  const signIn = (typed: string) => {
    if (typed.length < DIGITS || check.isPending) return;
    lastTried.current = typed;
    check.mutate(
      { phone: awaited.phone, code: typed },
      {
        onError: (refusal) => {
          if (refusal.code !== "INVALID_OTP") return;
          setWrongTries((count) => count + 1);
          setCode("");
        },
      },
    );
  };
  const type = (typed: string) => {
    if (typed && check.isError) check.reset();
    setCode(typed);
    if (typed !== lastTried.current) signIn(typed);
  };

  return (
    <form
      className="grid gap-5"
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        signIn(code);
      }}
    >
      <p className="text-ink-soft">{texts.login.codeLead(spokenPhone(awaited.phone))}</p>
      <Field label={texts.login.code} error={problemOf(check.error, wrongTries)}>
        {(ids) => <CodeInput {...ids} autoFocus value={code} onChange={type} readOnly={check.isPending} />}
      </Field>
      <Button type="submit" size="wide" isBusy={check.isPending} disabled={code.length < DIGITS || check.isPending}>
        {check.isPending ? texts.login.checking : texts.login.check}
      </Button>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <ResendCode
          awaited={awaited}
          onResent={(again) => {
            check.reset();
            setCode("");
            setWrongTries(0);
            lastTried.current = "";
            onResent(again);
          }}
        />
        <Button look="plain" className="-mx-3" onClick={onOtherPhone}>
          {texts.login.otherPhone}
        </Button>
      </div>
    </form>
  );
}

function problemOf(problem: unknown, tries: number): string | undefined {
  if (!problem) return undefined;
  const error = asApiError(problem);
  if (error.code === "INVALID_OTP") return tries >= TRIES ? texts.login.exhausted : texts.login.wrong;
  if (error.code === "RATE_LIMITED" && error.retryAfterSeconds) return texts.login.closed(inAWhile(error.retryAfterSeconds));
  return inWords(error);
}
