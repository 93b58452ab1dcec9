import { ArrowLeft } from "lucide-react";
import { Link, useNavigate } from "react-router";
import type { WholeConversation } from "@/api/shapes";
import { Badge } from "@/components/ui/Badge";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { asApiError } from "@/lib/errors";
import { Empty } from "../parts/Empty";
import { EraseGuest } from "../people/EraseGuest";
import { useConversation } from "./conversation-call";
import { GuestBookings } from "./GuestBookings";
import { Handover } from "./Handover";
import { ReplyForm } from "./ReplyForm";
import { texts } from "./texts";
import { Transcript } from "./Transcript";

const LOOKS = { waiting: "warm", taken: "good", bot: "grey" } as const;

/** One conversation: what it is about, what was said, and what can be done. */
export function Talk({ id, hasBack = false }: { id: string; hasBack?: boolean }) {
  const { data: talk, error, isPending, refetch } = useConversation(id);
  return (
    <div className="min-w-0">
      {hasBack ? (
        <Link to="/desk/conversations" className="inline-flex min-h-11 items-center gap-1.5 text-sm font-semibold text-ink-soft hover:text-lagoon-deep">
          <ArrowLeft aria-hidden="true" className="size-4" />
          {texts.all}
        </Link>
      ) : null}
      {talk ? <Shown talk={talk} isAlone={hasBack} /> : null}
      {isPending ? <Loading /> : null}
      {error && !talk ? (
        asApiError(error).code === "NOT_FOUND" ? (
          <Empty title={texts.gone} />
        ) : (
          <Problem problem={error} onRetry={() => void refetch()} />
        )
      ) : null}
    </div>
  );
}

function Shown({ talk, isAlone }: { talk: WholeConversation; isAlone: boolean }) {
  const go = useNavigate();
  const Heading = isAlone ? "h1" : "h2";
  return (
    <div className="grid items-start gap-5 grid-cols-[minmax(0,1fr)] xl:grid-cols-[minmax(0,1fr)_17rem]">
      <article aria-label={talk.name || texts.noName} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3 rounded-card border border-line bg-shell p-4 sm:p-5">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <div>
            <Heading className="text-2xl">{talk.name || texts.noName}</Heading>
            <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft tabular-nums">
              {talk.phone ?? texts.noPhone}
              <Badge look={LOOKS[talk.status]}>{texts.status[talk.status]}</Badge>
            </p>
          </div>
          <Handover talk={talk} />
        </header>
        {talk.summary ? (
          <section aria-label={texts.summary} className="rounded-xl bg-sun-tint p-3.5">
            <p className="text-sm font-semibold text-ink-soft">{texts.summary}</p>
            <p className="whitespace-pre-line">{talk.summary}</p>
          </section>
        ) : null}
        <Transcript messages={talk.messages} />
        <ReplyForm talk={talk} />
      </article>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <GuestBookings guestId={talk.id} />
        <EraseGuest guestId={talk.id} onDone={() => void go("/desk/conversations")} />
      </div>
    </div>
  );
}
