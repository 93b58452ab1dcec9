import { useEffect, useRef } from "react";
import type { DeskMessage } from "@/api/shapes";
import { cn } from "@/lib/cn";
import { clockTime, shortDay } from "@/lib/format";
import { texts } from "./texts";
import { ChatText } from "./ChatText";

const LOOKS = {
  guest: "justify-self-start rounded-bl-md bg-sand",
  bot: "justify-self-end rounded-br-md bg-lagoon-tint",
  desk: "justify-self-end rounded-br-md bg-palm-tint",
};

/** What guest, bot and desk said, the latest at the lower end; it stays there while words come in. */
export function Transcript({ messages }: { messages: DeskMessage[] }) {
  const box = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.id;
  useEffect(() => {
    const shown = box.current;
    if (shown) shown.scrollTop = shown.scrollHeight;
  }, [last]);
  return (
    <div
      ref={box}
      role="log"
      aria-label={texts.transcript}
      tabIndex={0}
      className="grid max-h-[50dvh] min-h-48 content-start gap-2 overflow-y-auto rounded-xl border border-line p-3"
    >
      {messages.length === 0 ? <p className="text-ink-soft">{texts.nothingSaid}</p> : null}
      {messages.map((message) => (
        <Line key={message.id} message={message} />
      ))}
    </div>
  );
}

function Line({ message }: { message: DeskMessage }) {
  const { author, body, buttons, list, template, created_at: at } = message;
  const choices = [...buttons, ...list].map(({ title }) => title);
  return (
    <div className={cn("max-w-[min(34rem,88%)] rounded-2xl px-3.5 py-2", LOOKS[author])}>
      <ChatText text={body} />
      {choices.length > 0 ? <p className="mt-1 text-sm text-ink-soft">[{choices.join("] [")}]</p> : null}
      <p className="mt-0.5 text-sm text-ink-soft">
        {texts.author[author]} · {shortDay(at)}, {clockTime(at)}
        {template ? ` · ${texts.template}` : ""}
      </p>
    </div>
  );
}
