import { useRef, type SyntheticEvent } from "react";
import { Button } from "@/components/ui/Button";
import { Field, Input } from "@/components/ui/Field";
import { Modal } from "@/components/ui/Modal";
import { Booked } from "./Booked";
import { Options } from "./Options";
import { PartyFields } from "./PartyFields";
import { closeQuickBooking } from "./quick";
import { Refusal } from "./Refusal";
import { SlotField } from "./SlotField";
import { texts } from "./texts";
import { useQuick } from "./useQuick";

/** Who, what and when, how many, Enter: a booking by phone or for whoever stands there. */
export default function QuickDialog({ slotId }: { slotId: string | null }) {
  const quick = useQuick(slotId);
  const made = quick.call.data;
  return (
    <Modal isOpen onClose={closeQuickBooking} title={texts.title}>
      {made ? <Booked booking={made} onAnother={quick.startAnew} /> : <Form quick={quick} />}
    </Modal>
  );
}

function Form({ quick }: { quick: ReturnType<typeof useQuick> }) {
  const guests = useRef<HTMLInputElement>(null);
  const wantsGuests = useRef(false);
  const { wish, who, chosen, activity, party, wrong, bookable, call, book } = quick;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    book();
  };
  const toGuests = (field: HTMLInputElement | null) => {
    guests.current = field;
    // The rates come a moment after the departure was taken.
    if (field && wantsGuests.current) {
      wantsGuests.current = false;
      field.focus();
    }
  };
  const isRead = Boolean(who.name || who.room || who.phone);
  return (
    <form noValidate className="grid gap-5" onSubmit={submit}>
      <Field label={texts.who} hint={isRead ? texts.whoRead(who.name, who.room, who.phone) : texts.whoHint}>
        {(ids) => (
          <Input {...ids} autoFocus autoComplete="off" maxLength={200} value={wish.who} onChange={(event) => { quick.change({ who: event.target.value }); }} />
        )}
      </Field>
      <SlotField
        departures={bookable.departures}
        chosen={chosen}
        isLoading={bookable.isLoading}
        error={wrong.slot}
        onChoose={quick.choose}
        onDay={quick.lookAt}
        onEntered={() => {
          wantsGuests.current = true;
          toGuests(guests.current);
        }}
      />
      {activity ? <PartyFields activity={activity} party={party} first={toGuests} error={wrong.party} onChange={quick.changeParty} /> : null}
      <Options wish={wish} holdError={wrong.hold} onChange={quick.change} />
      <Refusal problem={call.error ?? bookable.problem} onChoose={book} />
      <Button type="submit" size="wide" isBusy={call.isPending}>
        {wish.holdUntil ? texts.holdIt : texts.book}
      </Button>
    </form>
  );
}
