import { useState } from "react";
import type { ChangedSlot } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Field, Input } from "@/components/ui/Field";
import { asApiError } from "@/lib/errors";
import { clockTime } from "@/lib/format";
import { useSettled } from "@/lib/settled";
import { toast } from "@/lib/toast";
import { Concerned } from "./Concerned";
import type { PanelProps } from "./DepartureDialog";
import { useDelayPreview } from "./preview-call";
import { reachedOf } from "./reached";
import { SlotRefusal } from "./SlotRefusal";
import { texts } from "./texts";
import { useSlotChange } from "./useSlotChange";

const QUICK = [15, 30, 45, 60];
const MOST_MINUTES = 1_440;
const LONGEST_REASON = 500;

/** Lets a departure go later: whom that concerns, and what they will read, stands there before it is done. */
export function DelayPanel({ seen, onBack, onDone }: PanelProps) {
  const { value: slot } = seen;
  const [typed, setTyped] = useState("30");
  const [reason, setReason] = useState("");
  const minutes = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  const isGood = minutes >= 1 && minutes <= MOST_MINUTES;
  const settled = useSettled(minutes);
  const preview = useDelayPreview(slot.id, settled, isGood && settled === minutes);
  const delay = useSlotChange<{ minutes: number; reason: string }, ChangedSlot>({ method: "post", path: "delay/", seen });
  const submit = () => {
    delay.mutate(
      { minutes, reason: reason.trim() },
      { onSuccess: ({ value }) => { toast.success(texts.delay.done(clockTime(value.start_time))); onDone(); } },
    );
  };
  const shown = preview.data && !preview.isPlaceholderData ? preview.data : null;
  return (
    <div className="grid gap-4">
      <div role="group" aria-label={texts.delay.howMuch} className="flex flex-wrap gap-2">
        {QUICK.map((some) => (
          <Button key={some} look={minutes === some ? "primary" : "quiet"} size="small" aria-pressed={minutes === some} onClick={() => { setTyped(String(some)); }}>
            {texts.delay.quick(some)}
          </Button>
        ))}
      </div>
      <Field label={texts.delay.minutes} error={isGood ? undefined : texts.delay.badMinutes}>
        {(ids) => <Input {...ids} inputMode="numeric" value={typed} onChange={({ target }) => { setTyped(target.value); }} />}
      </Field>
      <Field label={texts.delay.reason}>
        {(ids) => <Input {...ids} maxLength={LONGEST_REASON} value={reason} onChange={({ target }) => { setReason(target.value); }} />}
      </Field>
      {shown ? <WhatIsTold shown={shown} /> : null}
      <SlotRefusal problem={delay.error ?? (preview.error ? asApiError(preview.error) : null)} />
      <div className="flex flex-wrap gap-3">
        <Button isBusy={delay.isPending} disabled={!isGood || !shown} onClick={submit}>
          {texts.delay.yes(minutes)}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {texts.departure.back}
        </Button>
      </div>
    </div>
  );
}

function WhatIsTold({ shown }: { shown: ChangedSlot }) {
  const time = clockTime(shown.start_time);
  const { told, unreached } = reachedOf(shown);
  return (
    <div role="status" className="grid gap-3">
      <p className="font-semibold">{texts.delay.newTime(time)}</p>
      {shown.guests === 0 ? <p>{texts.delay.nobody}</p> : null}
      {told > 0 ? <p>{texts.delay.told(told, time)}</p> : null}
      {unreached > 0 ? <p className="text-coral-deep">{texts.closing.unreached(unreached)}</p> : null}
      <Concerned bookings={shown.bookings} />
    </div>
  );
}
