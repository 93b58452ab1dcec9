import { useState } from "react";
import type { Activity, Booking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/Loading";
import { Modal } from "@/components/ui/Modal";
import { Problem } from "@/components/ui/Problem";
import { Stepper } from "@/components/ui/Stepper";
import { useActivity } from "@/lib/activity-call";
import { alternativesOf } from "@/lib/errors";
import { money, people } from "@/lib/format";
import { isTooYoung, mostPeople, problemOf, quote, type Party } from "@/lib/party";
import { toast } from "@/lib/toast";
import { useAmend } from "./amend-call";
import { PartyElsewhere } from "./PartyElsewhere";
import { Refused } from "./Refused";
import { texts } from "./texts";

interface Props {
  booking: Booking;
  isOpen: boolean;
  onClose: () => void;
}

/** Who comes: more of them, or fewer, with what it costs then. */
export function PartyDialog({ booking, isOpen, onClose }: Props) {
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={texts.party.title}>
      <Load booking={booking} onDone={onClose} />
    </Modal>
  );
}

function Load({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const activity = useActivity(booking.activity.id);
  if (activity.data) return <Choose booking={booking} activity={activity.data} onDone={onDone} />;
  return activity.isError ? <Problem problem={activity.error} onRetry={() => void activity.refetch()} /> : <Skeleton className="h-40" />;
}

function Choose({ booking, activity, onDone }: { booking: Booking; activity: Activity; onDone: () => void }) {
  const [party, setParty] = useState<Party>(booking.party);
  const amend = useAmend(booking);
  const asked = quote(activity, party);
  const rates = activity.rates.filter((rate) => !isTooYoung(rate, activity) || party[rate.code]);
  const isSame = activity.rates.every(({ code }) => (party[code] ?? 0) === (booking.party[code] ?? 0));
  const wrong = problemInWords(activity, party);
  const wanted = Object.fromEntries(Object.entries(party).filter(([, count]) => count > 0));
  const submit = () => {
    if (amend.isPending) return;
    amend.mutate({ party: wanted }, { onSuccess: (changed) => { tell(changed); onDone(); } });
  };
  return (
    <div className="grid gap-4">
      <div className="divide-y divide-line">
        {rates.map((rate) => (
          <Stepper
            key={rate.code}
            label={rate.label}
            note={[money(rate.price, activity.currency), texts.party.ages(rate.min_age, rate.max_age), rate.takes_seat ? "" : texts.party.noSeat].filter(Boolean).join(" · ")}
            value={party[rate.code] ?? 0}
            most={mostPeople(activity)}
            onChange={(count) => {
              amend.reset();
              setParty({ ...party, [rate.code]: count });
            }}
          />
        ))}
      </div>
      {wrong ? <p role="alert" className="text-coral-deep">{wrong}</p> : null}
      {amend.error?.code === "SLOT_UNAVAILABLE" ? (
        <PartyElsewhere booking={booking} party={wanted} times={alternativesOf(amend.error)} onDone={onDone} />
      ) : (
        <Refused problem={amend.error} />
      )}
      <p aria-live="polite" className="flex items-baseline justify-between">
        <span className="text-ink-soft">{texts.party.newTotal}</span>
        <span className="font-display text-2xl font-semibold">{money((asked.totalCents / 100).toFixed(2), activity.currency)}</span>
      </p>
      <Button size="wide" disabled={isSame || wrong !== null} isBusy={amend.isPending} onClick={submit}>
        {isSame ? texts.party.same : texts.party.yes}
      </Button>
    </div>
  );
}

function tell({ participants, total_price: total, currency }: Booking): void {
  toast.success(texts.party.changed(people(participants), money(total, currency)));
}

function problemInWords(activity: Activity, party: Party): string | null {
  const problem = problemOf(activity, quote(activity, party));
  if (problem === "tooMany") return texts.party.tooMany(mostPeople(activity));
  if (problem === "tooFew") return texts.party.tooFew(activity.min_party);
  return problem === "nobodySeated" ? texts.party.nobodySeated : null;
}
