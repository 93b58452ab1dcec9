import { useState, type SyntheticEvent } from "react";
import { Link } from "react-router";
import { Button } from "@/components/ui/Button";
import { Field, TextArea } from "@/components/ui/Field";
import { Modal } from "@/components/ui/Modal";
import { Stepper } from "@/components/ui/Stepper";
import { serverNow } from "@/lib/clock";
import { inWords, type ApiError } from "@/lib/errors";
import { clockTime, spaced } from "@/lib/format";
import { toast } from "@/lib/toast";
import { leadOf } from "../parts/lead";
import type { Manifest, ManifestEntry } from "../parts/shapes";
import { texts as shared } from "../parts/texts";
import { offerUndo } from "../parts/undo";
import { useCheckIn } from "./check-in-call";
import { partyInWords } from "./entries";
import { useNote } from "./note-call";
import { useEnding, type Ending } from "./status-call";
import { texts } from "./texts";
import { useUndoCheckIn } from "./undo-check-in-call";

const LONGEST_NOTE = 1_000;

interface Props {
  entry: ManifestEntry;
  manifest: Manifest;
  isOpen: boolean;
  onClose: () => void;
}

/** One party: how many came, how it ended, what to note. */
export function EntryDialog({ entry, manifest, isOpen, onClose }: Props) {
  const lead = [partyInWords(entry.party, manifest.rates), entry.room && `${texts.manifest.room} ${entry.room}`, spaced(entry.reference)];
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={leadOf(entry)} lead={lead.filter(Boolean).join(" · ")}>
      <div className="grid gap-6">
        {entry.status === "confirmed" ? <Arriving entry={entry} onDone={onClose} /> : null}
        <HowItEnded entry={entry} start={manifest.slot.start_time} onDone={onClose} />
        <NoteForm entry={entry} />
        <Button look="quiet" asChild>
          <Link to={`/desk/bookings/${entry.reference}`}>{texts.entry.open}</Link>
        </Button>
      </div>
    </Modal>
  );
}

function tell(problem: ApiError): void {
  toast.error(inWords(problem));
}

function Arriving({ entry, onDone }: { entry: ManifestEntry; onDone: () => void }) {
  const [arrived, setArrived] = useState(entry.participants);
  const checkIn = useCheckIn();
  const takeBack = useUndoCheckIn(entry.booking_id);
  if (entry.checked_in_at)
    return (
      <Button
        look="quiet"
        onClick={() => {
          takeBack.mutateAsync(undefined).catch(tell);
          onDone();
        }}
      >
        {texts.entry.takeBack}
      </Button>
    );
  return (
    <div className="grid gap-3">
      <Stepper label={texts.entry.howMany} value={arrived} least={1} most={entry.participants} onChange={setArrived} />
      <Button
        isBusy={checkIn.isPending}
        onClick={() => {
          checkIn.mutate({ code: entry.reference, arrived }, { onSuccess: onDone, onError: tell });
        }}
      >
        {texts.entry.checkIn}
      </Button>
    </div>
  );
}

function HowItEnded({ entry, start, onDone }: { entry: ManifestEntry; start: string; onDone: () => void }) {
  const ending = useEnding(entry);
  const was = entry.status;
  const mark = (status: Ending) => () => {
    onDone();
    ending.mutateAsync(status).then(() => {
      offerUndo(texts.entry.marked(leadOf(entry), shared.status[status]), () => {
        ending.mutateAsync(was === "completed" || was === "no_show" ? was : "confirmed").catch(tell);
      });
    }, tell);
  };
  if (was === "pending") return null;
  const isAhead = Date.parse(start) > serverNow();
  return (
    <section className="grid gap-2">
      <h3 className="font-sans text-sm text-ink-soft">{texts.entry.ended}</h3>
      {isAhead ? <p>{texts.entry.notYet(clockTime(start))}</p> : null}
      <div className="flex flex-wrap gap-2">
        {was === "no_show" ? null : (
          <Button look="danger" size="small" disabled={isAhead} onClick={mark("no_show")}>
            {texts.entry.noShow}
          </Button>
        )}
        {was === "completed" ? null : (
          <Button look="quiet" size="small" disabled={isAhead} onClick={mark("completed")}>
            {texts.entry.completed}
          </Button>
        )}
        {was === "confirmed" ? null : (
          <Button look="quiet" size="small" onClick={mark("confirmed")}>
            {texts.entry.putBack}
          </Button>
        )}
      </div>
    </section>
  );
}

function NoteForm({ entry }: { entry: ManifestEntry }) {
  const [body, setBody] = useState("");
  const [isEmpty, setEmpty] = useState(false);
  const note = useNote(entry.booking_id);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setEmpty(!body.trim());
    if (note.isPending || !body.trim()) return;
    note.mutate(body.trim(), {
      onSuccess: () => {
        setBody("");
        toast.success(texts.entry.noted);
      },
    });
  };
  const problem = isEmpty ? texts.entry.noteEmpty : note.error ? inWords(note.error) : undefined;
  return (
    <form noValidate className="grid gap-2" onSubmit={submit}>
      {entry.notes.length > 0 ? (
        <ul className="grid gap-1">
          {entry.notes.map((one, n) => (
            <li key={n}>{one}</li>
          ))}
        </ul>
      ) : null}
      <Field label={texts.entry.note} hint={texts.entry.noteHint} error={problem}>
        {(ids) => <TextArea {...ids} rows={2} maxLength={LONGEST_NOTE} value={body} onChange={(event) => { setBody(event.target.value); }} />}
      </Field>
      <Button type="submit" look="quiet" size="small" className="justify-self-start" isBusy={note.isPending}>
        {texts.entry.saveNote}
      </Button>
    </form>
  );
}
