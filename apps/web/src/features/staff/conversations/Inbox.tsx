import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { Conversation } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { Empty } from "../parts/Empty";
import { takenQuery, useBotConversations, waitingQuery } from "./conversations-call";
import { InboxItem } from "./InboxItem";
import { texts } from "./texts";
import { useNow } from "./useNow";

const REFRESH_MS = 2_000;

/** All conversations: who waits longest first, then those the desk has, then the bot's. */
export function Inbox({ chosenId }: { chosenId: string }) {
  const waiting = useQuery({ ...waitingQuery, refetchInterval: REFRESH_MS });
  const taken = useQuery(takenQuery);
  const bot = useBotConversations();
  const now = useNow();
  if (!waiting.data || !taken.data || !bot.data) {
    const problem = waiting.error ?? taken.error ?? bot.error;
    if (!problem) return <Loading rows={4} />;
    return <Problem problem={problem} onRetry={() => { void waiting.refetch(); void taken.refetch(); void bot.refetch(); }} />;
  }
  const others = bot.data.pages.flatMap((page) => page.items);
  const isEmpty = waiting.data.length + taken.data.length + others.length === 0;
  if (isEmpty)
    return (
      <Empty title={texts.noneTitle}>
        <p>{texts.none}</p>
      </Empty>
    );
  return (
    <nav aria-label={texts.inbox} className="grid gap-5 lg:max-h-[calc(100dvh-11rem)] lg:overflow-y-auto lg:p-1">
      <Group title={texts.waiting} none={texts.nobodyWaits} items={waiting.data} chosenId={chosenId} now={now} />
      <Group title={texts.taken} items={taken.data} chosenId={chosenId} now={now} />
      <Group title={texts.bot} items={others} chosenId={chosenId} now={now} />
      {bot.hasNextPage ? (
        <Button look="quiet" size="small" className="justify-self-center" isBusy={bot.isFetchingNextPage} onClick={() => void bot.fetchNextPage()}>
          {texts.more}
        </Button>
      ) : null}
    </nav>
  );
}

interface GroupProps {
  title: string;
  none?: string;
  items: Conversation[];
  chosenId: string;
  now: number;
}

function Group({ title, none, items, chosenId, now }: GroupProps) {
  const id = useId();
  if (items.length === 0 && !none) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-sans text-sm font-semibold text-ink-soft">
        {title} ({items.length})
      </h2>
      {items.length === 0 ? <p className="text-ink-soft">{none}</p> : null}
      <ul className="grid gap-2">
        {items.map((one) => (
          <InboxItem key={one.id} conversation={one} isChosen={one.id === chosenId} now={now} />
        ))}
      </ul>
    </section>
  );
}
