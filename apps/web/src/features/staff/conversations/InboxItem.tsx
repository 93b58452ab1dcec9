import { Link } from "react-router";
import type { Conversation } from "@/api/shapes";
import { Badge } from "@/components/ui/Badge";
import { cn } from "@/lib/cn";
import { texts } from "./texts";
import { minutesWaiting, waitsTooLong } from "./waiting";

interface Props {
  conversation: Conversation;
  isChosen: boolean;
  now: number;
}

/** One conversation in the inbox: who, what about, since when. */
export function InboxItem({ conversation, isChosen, now }: Props) {
  const { id, name, phone, summary, status, last_message_at: last } = conversation;
  const isLate = waitsTooLong(conversation, now);
  const spoken = last ? Math.max(0, Math.floor((now - Date.parse(last)) / 60_000)) : 0;
  return (
    <li>
      <Link
        to={`/desk/conversations/${id}`}
        aria-current={isChosen ? "page" : undefined}
        className={cn(
          "grid gap-1 rounded-2xl border bg-shell p-3.5 hover:border-lagoon",
          isChosen ? "border-lagoon bg-lagoon-tint" : "border-line",
          isLate && "border-l-8 border-l-coral",
        )}
      >
        <span className="flex flex-wrap items-center justify-between gap-2">
          <span className="font-semibold">{name || texts.noName}</span>
          {status === "waiting" ? (
            <Badge look="warm">{texts.waits(texts.ago(minutesWaiting(conversation, now)))}</Badge>
          ) : (
            <span className="text-sm text-ink-soft">{texts.ago(spoken)}</span>
          )}
        </span>
        {isLate ? <span className="text-sm font-semibold text-coral-deep">{texts.tooLong}</span> : null}
        <span className="line-clamp-2 text-sm text-ink-soft">{summary || phone || texts.noPhone}</span>
      </Link>
    </li>
  );
}
