import { useEffect, useState } from "react";
import { Link, Navigate, useLocation, useNavigate } from "react-router";
import { AskOnWhatsApp } from "@/components/layout/AskOnWhatsApp";
import { Horizon } from "@/components/layout/Horizon";
import { Page } from "@/components/layout/Page";
import { Button } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { readLink, targetOf } from "./link-address";
import { texts } from "./texts";
import { useAuth } from "./useAuth";
import { useLink } from "./useLink";

/** The bot's link: spends it once, if it has to, and goes on to the booking. */
export function LinkPage() {
  const { hash } = useLocation();
  const { user, isKnown } = useAuth();
  const go = useNavigate();
  const [link, setLink] = useState(() => readLink(hash));
  // Another link may be opened while this page still stands.
  if (hash && readLink(hash).token !== link.token) setLink(readLink(hash));

  useEffect(() => {
    // The token is kept by this page alone: not by the address bar, not by the history.
    if (hash) void go("/link", { replace: true });
  }, [hash, go]);
  const { problem, retry } = useLink(link);

  if (!link.token && user) return <Navigate to={targetOf(link)} replace />;
  if (!link.token && isKnown)
    return <Dead title={texts.link.missingTitle} lead={texts.link.missing} from={targetOf(link)} />;
  if (problem?.code === "SESSION_EXPIRED")
    return <Dead title={texts.link.deadTitle} lead={texts.link.dead} from={targetOf(link)} />;
  return (
    <Page title={problem ? texts.link.failedTitle : texts.link.opening} className="max-w-xl">
      {problem ? <Problem problem={problem} onRetry={retry} /> : <Opening />}
    </Page>
  );
}

function Opening() {
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">{texts.link.opening}</span>
      <Skeleton className="h-44" />
      <Skeleton className="h-24" />
      <Skeleton className="h-13 rounded-full" />
    </div>
  );
}

function Dead({ title, lead, from }: { title: string; lead: string; from: string }) {
  return (
    <Page title={title} className="max-w-xl">
      <div className="overflow-hidden rounded-card border border-line bg-shell">
        <Horizon className="h-36 w-full" />
        <div className="grid gap-4 p-6">
          <h1 className="text-3xl">{title}</h1>
          <p className="text-ink-soft">{lead}</p>
          <div className="flex flex-wrap gap-3">
            <Button asChild>
              <Link to="/login" state={{ from }}>
                {texts.link.byCode}
              </Link>
            </Button>
            <AskOnWhatsApp about={texts.link.freshLink} />
          </div>
        </div>
      </div>
    </Page>
  );
}
