import { useState } from "react";
import { Navigate } from "react-router";
import { Horizon } from "@/components/layout/Horizon";
import { Page } from "@/components/layout/Page";
import { Loading } from "@/components/ui/Loading";
import { resort } from "@/lib/resort";
import { useStore } from "@/lib/store";
import { keepAwaited, keptAwaited, type AwaitedCode } from "./awaited-code";
import { useCameFrom } from "./came-from";
import { OTPForm } from "./OTPForm";
import type { TypedPhone } from "./phone";
import { PhoneForm } from "./PhoneForm";
import { texts } from "./texts";
import { useAuth } from "./useAuth";

/** Signing in: a number, a code, and back to where the guest was. */
export function LoginPage() {
  const { user, isKnown } = useAuth();
  const from = useCameFrom();
  const [typed, setTyped] = useState<TypedPhone | null>(null);
  const [code, setCode] = useState(keptAwaited);
  const wait = (next: AwaitedCode | null) => {
    keepAwaited(next);
    setCode(next);
  };

  if (user) {
    keepAwaited(null);
    return <Navigate to={from ?? "/bookings"} replace />;
  }
  const title = code ? texts.login.codeTitle : texts.login.title;
  return (
    <Page title={title}>
      <div className="mx-auto grid max-w-4xl overflow-hidden rounded-card border border-line bg-shell md:grid-cols-2">
        <Horizon className="h-28 w-full md:order-last md:h-full" />
        <div className="grid content-start gap-2 p-5 sm:p-8 md:min-h-104">
          <h1 className="text-3xl">{title}</h1>
          {!isKnown ? <Loading rows={1} /> : null}
          {isKnown && !code ? (
            <>
              <p className="mb-4 text-ink-soft">{from ? texts.login.leadBack : texts.login.lead}</p>
              <PhoneForm typed={typed} onTyped={setTyped} onRequested={wait} />
            </>
          ) : null}
          {isKnown && code ? (
            <OTPForm
              awaited={code}
              onResent={wait}
              onOtherPhone={() => {
                wait(null);
              }}
            />
          ) : null}
          <DemoHint />
        </div>
      </div>
    </Page>
  );
}

/** Where messages go to the simulator, the way to it. */
function DemoHint() {
  if (!useStore(resort).has_simulator) return null;
  return (
    <p className="mt-4 text-sm text-ink-soft">
      {texts.login.demo}{" "}
      <a href="/simulator" target="_blank" rel="noreferrer" className="font-semibold text-lagoon-deep underline">
        {texts.login.simulator}
      </a>
      .
    </p>
  );
}
