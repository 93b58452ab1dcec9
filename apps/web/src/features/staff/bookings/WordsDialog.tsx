import { useState, type SyntheticEvent } from "react";
import type { WholeBooking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Field, Input, TextArea } from "@/components/ui/Field";
import { Modal } from "@/components/ui/Modal";
import { toast } from "@/lib/toast";
import { Refusal } from "../parts/Refusal";
import { useDeskAmend } from "./amend-call";
import { texts } from "./texts";

const LONGEST = { name: 200, room: 50, requests: 1_000 };

/** The words that stand in a booking. */
export function WordsDialog({ booking, onClose }: { booking: WholeBooking; onClose: () => void }) {
  const [lead, setLead] = useState(booking.lead_name);
  const [room, setRoom] = useState(booking.room);
  const [requests, setRequests] = useState(booking.special_requests);
  const amend = useDeskAmend(booking);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (amend.isPending) return;
    amend.mutate({ lead_name: lead.trim(), room: room.trim(), special_requests: requests.trim() }, {
      onSuccess: () => {
        toast.success(texts.words.saved);
        onClose();
      },
    });
  };
  return (
    <Modal isOpen onClose={onClose} title={texts.words.title}>
      <form className="grid gap-4" noValidate onSubmit={submit}>
        <Field label={texts.words.lead}>
          {(ids) => <Input {...ids} autoComplete="off" maxLength={LONGEST.name} value={lead} onChange={(event) => { setLead(event.target.value); }} />}
        </Field>
        <Field label={texts.words.room}>
          {(ids) => <Input {...ids} autoComplete="off" maxLength={LONGEST.room} value={room} onChange={(event) => { setRoom(event.target.value); }} />}
        </Field>
        <Field label={texts.words.requests}>
          {(ids) => <TextArea {...ids} maxLength={LONGEST.requests} value={requests} onChange={(event) => { setRequests(event.target.value); }} />}
        </Field>
        <Refusal problem={amend.error} />
        <Button type="submit" size="wide" isBusy={amend.isPending}>
          {texts.words.save}
        </Button>
      </form>
    </Modal>
  );
}
