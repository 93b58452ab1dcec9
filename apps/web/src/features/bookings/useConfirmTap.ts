import { useRef } from "react";
import type { Booking } from "@/api/shapes";
import { clockTime, shortDay } from "@/lib/format";
import { toast } from "@/lib/toast";
import { useConfirm } from "./confirm-call";
import { tellRefusal } from "./tell-refusal";
import { texts } from "./texts";

interface ConfirmTap {
  confirm: () => void;
  isBusy: boolean;
}

/** The one tap by which a hold is confirmed; what came of it is said. */
export function useConfirmTap(booking: Booking): ConfirmTap {
  const call = useConfirm(booking);
  // Two taps may come before the button is drawn as busy.
  const isSending = useRef(false);
  const confirm = () => {
    if (isSending.current) return;
    isSending.current = true;
    // The button is gone once the page shows it as confirmed; what came of it is said all the same.
    call
      .mutateAsync(undefined)
      .then(({ activity, time_slot: slot }) => {
        toast.success(texts.confirmed(activity.name, `${shortDay(slot.start_time)}, ${clockTime(slot.start_time)}`));
      }, tellRefusal)
      .finally(() => {
        isSending.current = false;
      });
  };
  return { confirm, isBusy: call.isPending };
}
