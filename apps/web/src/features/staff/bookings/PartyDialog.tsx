import { useState } from "react";
import type { Activity, WholeBooking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/Loading";
import { Modal } from "@/components/ui/Modal";
import { Problem } from "@/components/ui/Problem";
import { Stepper } from "@/components/ui/Stepper";
import { useActivity } from "@/lib/activity-call";
import { alternativesOf } from "@/lib/errors";
import { clockTime, money, shortDay } from "@/lib/format";
import { quote, type Party } from "@/lib/party";
import { toast } from "@/lib/toast";
import { Refusal } from "../parts/Refusal";
import { useDeskAmend } from "./amend-call";
import { feeOf } from "./fee";
import { FeeField } from "./FeeField";
import { texts } from "./texts";

/** Other people than were booked; the desk may break an activity's rules, its capacity it may not. */
export function PartyDialog({ booking, onClose }: { booking: WholeBooking; onClose: () => void }) {
  const activity = useActivity(booking.activity.id);
  return (
    <Modal isOpen onClose={onClose} title={texts.party.title}>
      {activity.data ? <Choose booking={booking} activity={activity.data} onDone={onClose} /> : null}
      {activity.isPending ? <Skeleton className="h-40" /> : null}
      {activity.isError ? <Problem problem={activity.error} onRetry={() => void activity.refetch()} /> : null}
    </Modal>
  );
}

function Choose({ booking, activity, onDone }: { booking: WholeBooking; activity: Activity; onDone: () => void }) {
  const [party, setParty] = useState<Party>(booking.party);
  const [fee, setFee] = useState("");
  const amend = useDeskAmend(booking);
  const { seated, totalCents } = quote(activity, party);
  const isSame = activity.rates.every(({ code }) => (party[code] ?? 0) === (booking.party[code] ?? 0));
  const submit = () => {
    const charged = feeOf(fee);
    if (charged === null || amend.isPending) return;
    const wanted = Object.fromEntries(Object.entries(party).filter(([, count]) => count > 0));
    amend.mutate({ party: wanted, ...(charged ? { fee: charged } : {}) }, {
      onSuccess: () => {
        toast.success(texts.party.done);
        onDone();
      },
    });
  };
  const elsewhere = amend.error ? alternativesOf(amend.error) : [];
  return (
    <div className="grid gap-4">
      <div className="divide-y divide-line">
        {activity.rates.map(({ code, label, price }) => (
          <Stepper
            key={code}
            label={label}
            note={money(price, activity.currency)}
            value={party[code] ?? 0}
            most={999}
            onChange={(count) => {
              amend.reset();
              setParty({ ...party, [code]: count });
            }}
          />
        ))}
      </div>
      <FeeField currency={booking.currency} typed={fee} onType={setFee} />
      <Refusal problem={amend.error} />
      {elsewhere.length > 0 ? (
        <p>
          {texts.party.elsewhere} {elsewhere.map(({ start_time: start }) => `${shortDay(start)}, ${clockTime(start)}`).join("; ")}
        </p>
      ) : null}
      <p aria-live="polite" className="flex items-baseline justify-between">
        <span className="text-ink-soft">{texts.party.newTotal}</span>
        <span className="font-display text-2xl font-semibold">{money((totalCents / 100).toFixed(2), activity.currency)}</span>
      </p>
      <Button size="wide" disabled={isSame || seated < 1 || feeOf(fee) === null} isBusy={amend.isPending} onClick={submit}>
        {isSame ? texts.party.same : texts.party.yes}
      </Button>
    </div>
  );
}
