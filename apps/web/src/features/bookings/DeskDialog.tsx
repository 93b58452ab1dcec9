import { useState, type SyntheticEvent } from "react";
import type { Booking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Field, TextArea } from "@/components/ui/Field";
import { Modal } from "@/components/ui/Modal";
import { inWords } from "@/lib/errors";
import { toast } from "@/lib/toast";
import { useAskDesk } from "./ask-desk-call";
import { texts } from "./texts";

const LONGEST = 1_000;

interface Props {
  booking: Booking;
  isOpen: boolean;
  onClose: () => void;
}

/** A question to the people at the desk, who see which booking it is about. */
export function DeskDialog({ booking, isOpen, onClose }: Props) {
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={texts.desk.title} lead={texts.desk.lead}>
      <Question booking={booking} onDone={onClose} />
    </Modal>
  );
}

function Question({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const [message, setMessage] = useState("");
  const [isTried, setTried] = useState(false);
  const ask = useAskDesk(booking);
  const isEmpty = message.trim() === "";
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (isEmpty || ask.isPending) return;
    ask.mutate(message.trim(), {
      onSuccess: () => {
        toast.success(texts.desk.sent);
        onDone();
      },
    });
  };
  const problem = ask.error ? inWords(ask.error) : undefined;
  return (
    <form className="grid gap-4" noValidate onSubmit={submit}>
      <Field label={texts.desk.message} hint={texts.desk.hint} error={isTried && isEmpty ? texts.desk.empty : problem}>
        {(ids) => <TextArea {...ids} maxLength={LONGEST} value={message} onChange={(event) => { setMessage(event.target.value); }} />}
      </Field>
      <Button type="submit" size="wide" isBusy={ask.isPending}>
        {texts.desk.send}
      </Button>
    </form>
  );
}
