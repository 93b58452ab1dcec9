import { useState, type SyntheticEvent } from "react";
import type { WholeBooking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Field, TextArea } from "@/components/ui/Field";
import { Section } from "@/components/ui/Section";
import { inWords } from "@/lib/errors";
import { clockTime, shortDay } from "@/lib/format";
import { useNote } from "./note-call";
import { texts } from "./texts";

const LONGEST = 1_000;

/** What staff should know; guests never see it. */
export function Notes({ booking }: { booking: WholeBooking }) {
  const [body, setBody] = useState("");
  const note = useNote(booking.id);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!body.trim() || note.isPending) return;
    note.mutate(body.trim(), { onSuccess: () => { setBody(""); } });
  };
  return (
    <Section title={texts.notes.title}>
      {booking.notes.length === 0 ? <p className="text-ink-soft">{texts.notes.none}</p> : null}
      <ul className="grid gap-3">
        {booking.notes.map(({ id, body: said, created_at: at, author_id: author }) => (
          <li key={id} className="rounded-xl bg-sand p-3">
            <p className="whitespace-pre-line">{said}</p>
            <p className="mt-1 text-sm text-ink-soft">
              {author === booking.guest.id ? texts.history.actor.guest : texts.history.actor.staff} · {shortDay(at)}, {clockTime(at)}
            </p>
          </li>
        ))}
      </ul>
      <form className="mt-3 grid gap-3" onSubmit={submit}>
        <Field label={texts.notes.label} error={note.error ? inWords(note.error) : undefined}>
          {(ids) => <TextArea {...ids} rows={2} maxLength={LONGEST} value={body} onChange={(event) => { setBody(event.target.value); }} />}
        </Field>
        <Button type="submit" look="quiet" className="justify-self-start" disabled={!body.trim()} isBusy={note.isPending}>
          {texts.notes.save}
        </Button>
      </form>
    </Section>
  );
}
