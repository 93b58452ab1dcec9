import { useState } from "react";
import type { WholeBooking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Modal } from "@/components/ui/Modal";
import { alternativesOf } from "@/lib/errors";
import { clockTime, dayAndTime, shortDay } from "@/lib/format";
import { toast } from "@/lib/toast";
import { Refusal } from "../parts/Refusal";
import { feeOf } from "./fee";
import { FeeField } from "./FeeField";
import { FreeTimes } from "./FreeTimes";
import { useDeskMove } from "./move-call";
import { texts } from "./texts";
import { TimeButtons, type Time } from "./TimeButtons";

/** Another time for the same people; the old one is let go only when the new one is had. */
export function MoveDialog({ booking, onClose }: { booking: WholeBooking; onClose: () => void }) {
  const [chosen, setChosen] = useState<Time | null>(null);
  const [fee, setFee] = useState("");
  const move = useDeskMove(booking);
  const taken = move.error ? alternativesOf(move.error) : [];
  const submit = () => {
    const charged = feeOf(fee);
    if (!chosen || charged === null || move.isPending) return;
    move.mutate({ time_slot_id: chosen.id, ...(charged ? { fee: charged } : {}) }, {
      onSuccess: ({ time_slot: slot }) => {
        toast.success(texts.move.done(dayAndTime(slot.start_time)));
        onClose();
      },
      onError: () => {
        setChosen(null);
      },
    });
  };
  return (
    <Modal isOpen onClose={onClose} title={texts.move.title} lead={texts.move.lead(booking.activity.name)}>
      <div className="grid gap-4">
        <Refusal problem={move.error} />
        {taken.length > 0 ? (
          <div>
            <h3 className="font-sans text-sm text-ink-soft">{texts.move.taken}</h3>
            <TimeButtons times={taken} chosenId={chosen?.id ?? null} onChoose={setChosen} withDay />
          </div>
        ) : null}
        <FreeTimes booking={booking} chosenId={chosen?.id ?? null} onChoose={setChosen} />
        <FeeField currency={booking.currency} typed={fee} onType={setFee} />
        <Button size="wide" disabled={!chosen || feeOf(fee) === null} isBusy={move.isPending} onClick={submit}>
          {chosen ? texts.move.yes(`${shortDay(chosen.start_time)}, ${clockTime(chosen.start_time)}`) : texts.move.choose}
        </Button>
      </div>
    </Modal>
  );
}
