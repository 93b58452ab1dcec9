import { useState } from "react";
import type { ChangedSlot } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/Loading";
import { asApiError } from "@/lib/errors";
import { toast } from "@/lib/toast";
import { useListedActivities } from "../parts/activities-call";
import { reachedOf } from "./reached";
import type { PanelProps } from "./DepartureDialog";
import { useClosePreview } from "./preview-call";
import { ReasonField } from "./ReasonField";
import { SlotRefusal } from "./SlotRefusal";
import { texts } from "./texts";
import { useSlotChange } from "./useSlotChange";
import { WouldClose } from "./WouldClose";

/** Calls a departure off, after it was shown whom that concerns. */
export function ClosePanel({ seen, onBack, onDone }: PanelProps) {
  const { value: slot } = seen;
  const [reason, setReason] = useState("");
  const [isShown, setShown] = useState(false);
  const activities = useListedActivities().data ?? [];
  const preview = useClosePreview(slot.id, isShown);
  const close = useSlotChange<{ reason: string }, ChangedSlot>({ method: "post", path: "close/", seen });
  const submit = () => {
    close.mutate(
      { reason: reason.trim() },
      { onSuccess: ({ value }) => { toast.success(texts.closing.done(value.bookings.length, reachedOf(value).told)); onDone(); } },
    );
  };
  return (
    <div className="grid gap-4">
      <ReasonField value={reason} onChange={setReason} />
      {isShown && preview.isPending ? <Skeleton className="h-24" /> : null}
      {isShown && preview.data ? <WouldClose would={preview.data} slots={[slot]} activities={activities} /> : null}
      <SlotRefusal problem={close.error ?? (preview.error ? asApiError(preview.error) : null)} />
      <div className="flex flex-wrap gap-3">
        {isShown ? (
          <Button look="danger" isBusy={close.isPending} disabled={!preview.data} onClick={submit}>
            {texts.closing.yes}
          </Button>
        ) : (
          <Button onClick={() => { setShown(true); }}>{texts.closing.look}</Button>
        )}
        <Button look="quiet" onClick={onBack}>
          {texts.departure.back}
        </Button>
      </div>
    </div>
  );
}
