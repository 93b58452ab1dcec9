import { useState, type SyntheticEvent } from "react";
import type { Booking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Field, Input, TextArea } from "@/components/ui/Field";
import { Modal } from "@/components/ui/Modal";
import { inWords } from "@/lib/errors";
import { toast } from "@/lib/toast";
import { useAmend } from "./amend-call";
import { texts } from "./texts";

const LONGEST = { name: 200, room: 50, requests: 1_000 };

interface Props {
  booking: Booking;
  isOpen: boolean;
  onClose: () => void;
}

export function WordsDialog({ booking, isOpen, onClose }: Props) {
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={texts.words.title}>
      <WordsForm booking={booking} onDone={onClose} />
    </Modal>
  );
}

function WordsForm({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const [lead, setLead] = useState(booking.lead_name);
  const [room, setRoom] = useState(booking.room);
  const [requests, setRequests] = useState(booking.special_requests);
  const amend = useAmend(booking);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (amend.isPending) return;
    amend.mutate(
      { lead_name: lead.trim(), room: room.trim(), special_requests: requests.trim() },
      {
        onSuccess: () => {
          toast.success(texts.words.saved);
          onDone();
        },
      },
    );
  };
  return (
    <form className="grid gap-4" noValidate onSubmit={submit}>
      <Field label={texts.words.lead}>
        {(ids) => <Input {...ids} autoComplete="name" maxLength={LONGEST.name} value={lead} onChange={(event) => { setLead(event.target.value); }} />}
      </Field>
      <Field label={texts.words.room}>
        {(ids) => <Input {...ids} autoComplete="off" maxLength={LONGEST.room} value={room} onChange={(event) => { setRoom(event.target.value); }} />}
      </Field>
      <Field label={texts.words.requests} hint={texts.words.requestsHint} error={amend.error ? inWords(amend.error) : undefined}>
        {(ids) => <TextArea {...ids} maxLength={LONGEST.requests} value={requests} onChange={(event) => { setRequests(event.target.value); }} />}
      </Field>
      <Button type="submit" size="wide" isBusy={amend.isPending}>
        {texts.words.save}
      </Button>
    </form>
  );
}
