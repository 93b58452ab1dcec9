import type { Booking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { dayAndTime, longDay, money } from "@/lib/format";
import { Countdown } from "./Countdown";
import { texts } from "./texts";
import { useConfirmTap } from "./useConfirmTap";
import type { useHold } from "./useHold";

type Hold = ReturnType<typeof useHold>;

/** The lower part of a ticket: what it costs, and what there is to decide. */
export function TicketFoot({ booking, hold }: { booking: Booking; hold: Hold }) {
  const { status } = hold;
  return (
    <div className="grid gap-3">
      <p className="flex items-baseline justify-between gap-3">
        <span className="text-ink-soft">{texts.total}</span>
        <span className="font-display text-2xl font-semibold">{money(booking.total_price, booking.currency)}</span>
      </p>
      {status === "pending" ? <Decide booking={booking} hold={hold} /> : null}
      {status === "confirmed" ? (
        <p className="font-display text-xl font-semibold text-palm">
          {booking.checked_in_at ? texts.checkedIn : texts.confirmedTitle(longDay(booking.time_slot.start_time))}
        </p>
      ) : null}
      {status === "cancelled" && booking.cancelled_at ? (
        <p className="text-ink-soft">
          {texts.cancelled(dayAndTime(booking.cancelled_at))}{" "}
          {booking.cancellation_reason ? texts.cancelledWhy(booking.cancellation_reason) : null}
        </p>
      ) : null}
      {status === "pending" || status === "confirmed" ? <Deadline booking={booking} /> : null}
    </div>
  );
}

function Decide({ booking, hold }: { booking: Booking; hold: Hold }) {
  const { confirm, isBusy } = useConfirmTap(booking);
  return (
    <>
      <Countdown secondsLeft={hold.secondsLeft} share={hold.share} />
      <Button look="action" size="wide" isBusy={isBusy} onClick={confirm}>
        {texts.confirm}
      </Button>
    </>
  );
}

function Deadline({ booking: { cancel_by: until, can_cancel: isPossible, status } }: { booking: Booking }) {
  if (until && isPossible) return <p className="text-sm text-ink-soft">{texts.cancelBy(dayAndTime(until))}</p>;
  return status === "pending" ? <p className="text-sm text-ink-soft">{texts.cancelNever}</p> : null;
}
