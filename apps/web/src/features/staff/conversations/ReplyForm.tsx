import { Send } from "lucide-react";
import { useState, type KeyboardEvent, type SyntheticEvent } from "react";
import type { WholeConversation } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Field, TextArea } from "@/components/ui/Field";
import { inWords } from "@/lib/errors";
import { dayAndTime } from "@/lib/format";
import { useReply } from "./reply-call";
import { texts } from "./texts";
import { useNow } from "./useNow";

const LONGEST = 1_600;
const LONGEST_IN_TEMPLATE = 900;

/** What the desk writes to the guest; Enter sends it. */
export function ReplyForm({ talk }: { talk: WholeConversation }) {
  const [words, setWords] = useState("");
  const reply = useReply(talk.id);
  const now = useNow();
  const isOpen = talk.window_ends_at !== null && Date.parse(talk.window_ends_at) > now;
  const say = () => {
    const said = words.trim();
    if (!said || reply.isPending) return;
    setWords("");
    reply.mutate(said, {
      onError: () => {
        // What could not be sent comes back, before whatever was typed since.
        setWords((typed) => [said, typed].filter(Boolean).join("\n"));
      },
    });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    say();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    say();
  };
  return (
    <form className="grid gap-2" onSubmit={submit}>
      <p className={isOpen ? "text-sm text-ink-soft" : "rounded-xl bg-sun-tint p-3 text-sm"}>{windowInWords(talk, now)}</p>
      <Field label={texts.reply.label} hint={texts.reply.hint} error={reply.error ? inWords(reply.error) : undefined}>
        {(ids) => (
          <TextArea
            {...ids}
            rows={2}
            maxLength={isOpen ? LONGEST : LONGEST_IN_TEMPLATE}
            value={words}
            onKeyDown={onKey}
            onChange={(event) => { setWords(event.target.value); }}
          />
        )}
      </Field>
      <Button type="submit" className="justify-self-end" disabled={!words.trim()} isBusy={reply.isPending}>
        <Send aria-hidden="true" className="size-4" />
        {texts.reply.send}
      </Button>
    </form>
  );
}

function windowInWords({ window_ends_at: ends }: WholeConversation, now: number): string {
  if (!ends) return texts.window.never;
  const minutes = Math.floor((Date.parse(ends) - now) / 60_000);
  return minutes < 0 ? texts.window.closed : texts.window.open(dayAndTime(ends), texts.ago(minutes));
}
