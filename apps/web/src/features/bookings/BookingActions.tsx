import { CalendarClock, MessageCircleQuestion, Users, X } from "lucide-react";
import { useState } from "react";
import type { Booking, BookingStatus } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { serverNow, useSecondsLeft } from "@/lib/clock";
import { dayAndTime } from "@/lib/format";
import type { Question } from "./BookingDialogs";
import { LazyDialogs } from "./LazyDialogs";
import { texts } from "./texts";

/** What a guest can do with a booking that is held or confirmed. */
export function BookingActions({ booking, status }: { booking: Booking; status: BookingStatus }) {
  const [open, setOpen] = useState<Question | null>(null);
  const close = () => {
    setOpen(null);
  };
  const untilDeadline = useSecondsLeft(status === "confirmed" ? booking.cancel_by : null);
  const isHold = status === "pending";
  const canLeave = isHold || (booking.can_cancel && untilDeadline > 0);
  const hasStarted = Date.parse(booking.time_slot.start_time) <= serverNow();
  return (
    <section aria-label={texts.manage} className="grid gap-3">
      {canLeave ? null : (
        <p className="px-1 text-sm text-ink-soft">
          {booking.cancel_by ? texts.desk.late(dayAndTime(booking.cancel_by)) : texts.desk.lateNever}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {canLeave ? (
          <Button look="quiet" size="small" onClick={() => { setOpen("move"); }}>
            <CalendarClock aria-hidden="true" className="size-4" />
            {texts.move.open}
          </Button>
        ) : (
          <Button size="small" onClick={() => { setOpen("desk"); }}>
            <MessageCircleQuestion aria-hidden="true" className="size-4" />
            {texts.desk.open}
          </Button>
        )}
        {hasStarted ? null : (
          <Button look="quiet" size="small" onClick={() => { setOpen("party"); }}>
            <Users aria-hidden="true" className="size-4" />
            {texts.party.open}
          </Button>
        )}
        {canLeave ? (
          <Button look="plain" size="small" className="px-3 text-coral-deep" onClick={() => { setOpen("cancel"); }}>
            <X aria-hidden="true" className="size-4" />
            {isHold ? texts.decline : texts.cancel.open}
          </Button>
        ) : null}
      </div>
      <LazyDialogs booking={booking} open={open} isHold={isHold} onClose={close} />
    </section>
  );
}
