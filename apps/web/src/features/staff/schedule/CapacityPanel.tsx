import { useState } from "react";
import type { DeskSlot } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Stepper } from "@/components/ui/Stepper";
import { toast } from "@/lib/toast";
import type { PanelProps } from "./DepartureDialog";
import { SlotRefusal } from "./SlotRefusal";
import { texts } from "./texts";
import { useSlotChange } from "./useSlotChange";

const MOST_SEATS = 10_000;

/** How many seats one departure has. */
export function CapacityPanel({ seen, onBack, onDone }: PanelProps) {
  const { value: slot } = seen;
  const [capacity, setCapacity] = useState(slot.capacity);
  const save = useSlotChange<{ capacity: number }, DeskSlot>({ method: "patch", seen });
  const submit = () => {
    save.mutate({ capacity }, { onSuccess: () => { toast.success(texts.capacity.saved(capacity)); onDone(); } });
  };
  return (
    <div className="grid gap-4">
      <p className="text-ink-soft">{texts.capacity.lead}</p>
      <Stepper
        label={texts.capacity.label}
        note={texts.capacity.least(slot.booked_count)}
        value={capacity}
        least={Math.max(1, slot.booked_count)}
        most={MOST_SEATS}
        onChange={setCapacity}
      />
      <SlotRefusal problem={save.error} />
      <div className="flex flex-wrap gap-3">
        <Button isBusy={save.isPending} disabled={capacity === slot.capacity} onClick={submit}>
          {texts.capacity.save}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {texts.departure.back}
        </Button>
      </div>
    </div>
  );
}
