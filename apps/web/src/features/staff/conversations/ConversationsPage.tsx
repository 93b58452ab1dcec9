import { MessagesSquare } from "lucide-react";
import { useParams } from "react-router";
import { Page } from "@/components/layout/Page";
import { PageHead } from "../parts/PageHead";
import { useWide } from "@/lib/wide";
import { Inbox } from "./Inbox";
import { SoundSwitch } from "./SoundSwitch";
import { Talk } from "./Talk";
import { texts } from "./texts";

/** What guests say to the resort: the inbox, and beside it (on phones: instead) one conversation. */
export function ConversationsPage() {
  const { key = "" } = useParams();
  const isWide = useWide();
  if (!isWide && key)
    return (
      <Page title={texts.title}>
        <Talk key={key} id={key} hasBack />
      </Page>
    );
  return (
    <Page title={texts.title} className="max-w-none">
      <PageHead title={texts.title}>
        <SoundSwitch />
      </PageHead>
      <div className="grid items-start gap-6 grid-cols-[minmax(0,1fr)] lg:grid-cols-[19rem_minmax(0,1fr)]">
        <Inbox chosenId={key} />
        {isWide ? key ? <Talk key={key} id={key} /> : <NoneChosen /> : null}
      </div>
    </Page>
  );
}

function NoneChosen() {
  return (
    <div className="grid min-h-96 place-content-center justify-items-center gap-2 rounded-card border border-dashed border-line p-8 text-center">
      <MessagesSquare aria-hidden="true" className="size-10 text-lagoon" />
      <h2 className="text-2xl">{texts.pickTitle}</h2>
      <p className="text-ink-soft">{texts.pick}</p>
    </div>
  );
}
