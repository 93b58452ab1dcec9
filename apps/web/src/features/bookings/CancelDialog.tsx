import { useState } from "react";
import type { Booking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Field, TextArea } from "@/components/ui/Field";
import { Modal } from "@/components/ui/Modal";
import { dayAndTime } from "@/lib/format";
import { toast } from "@/lib/toast";
import { useCancel } from "./cancel-call";
import { tellRefusal } from "./tell-refusal";
import { texts } from "./texts";

const LONGEST_REASON = 500;

interface Props {
  booking: Booking;
  isHold: boolean;
  isOpen: boolean;
  onClose: () => void;
}

/** Asks before a booking is let go: until when that is possible, and what happens. */
export function CancelDialog({ booking, isHold, isOpen, onClose }: Props) {
  const words = isHold ? texts.declining : texts.cancel;
  const lead = isHold || !booking.cancel_by ? texts.declining.lead : texts.cancel.lead(dayAndTime(booking.cancel_by));
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={words.title} lead={lead}>
      <Ask booking={booking} isHold={isHold} onClose={onClose} />
    </Modal>
  );
}

function Ask({ booking, isHold, onClose }: Omit<Props, "isOpen">) {
  const [reason, setReason] = useState("");
  const cancel = useCancel(booking);
  const words = isHold ? texts.declining : texts.cancel;
  const yes = () => {
    if (cancel.isPending) return;
    // The page shows it at once, and takes it back where it is refused: nothing to wait for here.
    onClose();
    cancel.mutateAsync(reason).then(({ activity }) => {
      toast.success(words.done(activity.name));
    }, tellRefusal);
  };
  return (
    <div className="grid gap-4">
      {isHold ? null : (
        <>
          <p>{texts.cancel.happens(booking.participants)}</p>
          <Field label={texts.cancel.reason}>
            {(ids) => (
              <TextArea {...ids} rows={2} maxLength={LONGEST_REASON} value={reason} onChange={(event) => { setReason(event.target.value); }} />
            )}
          </Field>
        </>
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="danger" isBusy={cancel.isPending} onClick={yes}>
          {words.yes}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {words.no}
        </Button>
      </div>
    </div>
  );
}
