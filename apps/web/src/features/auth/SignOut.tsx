import { LogOut } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Section } from "@/components/ui/Section";
import { asApiError, inWords } from "@/lib/errors";
import { texts } from "./texts";
import { useAuth } from "./useAuth";

/** The end of the session here, or on every device. */
export function SignOut() {
  const { signOut } = useAuth();
  const [busy, setBusy] = useState<"here" | "all" | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const leave = (which: "here" | "all") => {
    setBusy(which);
    setProblem(null);
    signOut(which === "all").catch((refusal: unknown) => {
      setBusy(null);
      setProblem(refusal);
    });
  };
  return (
    <Section title={texts.profile.sessionTitle}>
      <div className="flex flex-wrap gap-3">
        <Button look="quiet" isBusy={busy === "here"} disabled={busy !== null} onClick={() => { leave("here"); }}>
          <LogOut aria-hidden="true" className="size-4" />
          {texts.profile.signOut}
        </Button>
        <Button look="quiet" isBusy={busy === "all"} disabled={busy !== null} onClick={() => { leave("all"); }}>
          {texts.profile.signOutAll}
        </Button>
      </div>
      <p className="mt-3 text-sm text-ink-soft">{texts.profile.signOutAllHint}</p>
      {problem ? (
        <p role="alert" className="mt-2 text-coral-deep">
          {inWords(asApiError(problem))}
        </p>
      ) : null}
    </Section>
  );
}
