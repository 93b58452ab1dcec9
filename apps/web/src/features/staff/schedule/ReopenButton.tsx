import type { DeskSlot } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import type { Tagged } from "@/lib/http";
import { toast } from "@/lib/toast";
import { SlotRefusal } from "./SlotRefusal";
import { texts } from "./texts";
import { useSlotChange } from "./useSlotChange";

/** Puts a departure that was closed back on sale. */
export function ReopenButton({ seen }: { seen: Tagged<DeskSlot> }) {
  const reopen = useSlotChange<{ is_available: true }, DeskSlot>({ method: "patch", seen });
  return (
    <>
      <Button
        isBusy={reopen.isPending}
        onClick={() => {
          reopen.mutate({ is_available: true }, { onSuccess: () => { toast.success(texts.departure.reopened); } });
        }}
      >
        {texts.departure.reopen}
      </Button>
      <SlotRefusal problem={reopen.error} />
    </>
  );
}
