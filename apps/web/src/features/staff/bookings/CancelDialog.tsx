import { useState } from "react";
import type { WholeBooking } from "@/api/shapes";
import { Field, TextArea } from "@/components/ui/Field";
import { toast } from "@/lib/toast";
import { Confirm } from "../parts/Confirm";
import { useDeskCancel } from "./cancel-call";
import { feeOf } from "./fee";
import { FeeField } from "./FeeField";
import { texts } from "./texts";

const LONGEST_REASON = 500;

/** Cancels for a guest, with a reason and with or without a fee. */
export function CancelDialog({ booking, onClose }: { booking: WholeBooking; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const [fee, setFee] = useState("");
  const cancel = useDeskCancel(booking);
  const yes = () => {
    const charged = feeOf(fee);
    if (charged === null || cancel.isPending) return;
    cancel.mutate({ reason: reason.trim(), ...(charged ? { fee: charged } : {}) }, {
      onSuccess: () => {
        toast.success(texts.cancel.done);
        onClose();
      },
    });
  };
  return (
    <Confirm
      title={texts.cancel.title}
      lead={texts.cancel.lead}
      yes={texts.cancel.yes}
      no={texts.cancel.no}
      isDangerous
      isBusy={cancel.isPending}
      problem={cancel.error}
      onYes={yes}
      onClose={onClose}
    >
      <Field label={texts.cancel.reason}>
        {(ids) => <TextArea {...ids} rows={2} maxLength={LONGEST_REASON} value={reason} onChange={(event) => { setReason(event.target.value); }} />}
      </Field>
      <FeeField currency={booking.currency} typed={fee} onType={setFee} />
    </Confirm>
  );
}
