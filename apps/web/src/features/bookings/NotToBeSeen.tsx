import type { ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import { Button } from "@/components/ui/Button";
import { useAuth } from "@/features/auth/useAuth";
import { asApiError, inWords } from "@/lib/errors";
import { toast } from "@/lib/toast";
import { texts } from "./texts";

/** A booking that the signed-in guest may not see, and the way to be the right one. */
export function NotYours({ from }: { from: string }) {
  const { signOut } = useAuth();
  const go = useNavigate();
  const change = () => {
    signOut().then(
      () => go("/login", { state: { from } }),
      (problem: unknown) => {
        toast.error(inWords(asApiError(problem)));
      },
    );
  };
  return (
    <Told title={texts.notYoursTitle} words={texts.notYours}>
      <Button onClick={change}>{texts.otherNumber}</Button>
    </Told>
  );
}

export function NoSuchBooking() {
  return <Told title={texts.notFoundTitle} words={texts.notFound} />;
}

function Told({ title, words, children }: { title: string; words: string; children?: ReactNode }) {
  return (
    <section className="mx-auto grid max-w-xl gap-4 py-12">
      <h1 className="text-3xl">{title}</h1>
      <p className="text-ink-soft">{words}</p>
      <div className="flex flex-wrap gap-3">
        {children}
        <Button look="quiet" asChild>
          <Link to="/bookings">{texts.all}</Link>
        </Button>
      </div>
    </section>
  );
}
