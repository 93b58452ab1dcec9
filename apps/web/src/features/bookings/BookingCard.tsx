import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import type { Booking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { clockTime, money, people, shortDay } from "@/lib/format";
import { Countdown } from "./Countdown";
import { LazyDialogs } from "./LazyDialogs";
import { StatusBadge } from "./StatusBadge";
import { texts } from "./texts";
import { Ticket } from "./Ticket";
import { useConfirmTap } from "./useConfirmTap";
import { useHold } from "./useHold";

/** A booking in a list; a hold can be confirmed right here. */
export function BookingCard({ booking }: { booking: Booking }) {
  const { activity, time_slot: slot, participants, total_price: total, currency, reference } = booking;
  const hold = useHold(booking);
  return (
    <Ticket status={hold.status} className="h-full">
      <div className="flex h-full flex-col gap-3 py-4 pr-4 pl-6">
        <div>
          <div className="flex items-start justify-between gap-3">
            <h3 className="min-w-0 text-lg">
              <Link to={`/bookings/${reference}`} className="after:absolute after:inset-0 hover:underline">
                {activity.name}
              </Link>
            </h3>
            <div className="flex shrink-0 items-center gap-1">
              <StatusBadge status={hold.status} />
              <ChevronRight aria-hidden="true" className="size-4 text-ink-soft" />
            </div>
          </div>
          <p className="mt-1 font-semibold">
            {shortDay(slot.start_time)}, {clockTime(slot.start_time)}
          </p>
          <p className="text-sm text-ink-soft">
            {people(participants)} · {money(total, currency)}
          </p>
        </div>
        {hold.status === "pending" ? <Decide booking={booking} hold={hold} /> : null}
      </div>
    </Ticket>
  );
}

function Decide({ booking, hold }: { booking: Booking; hold: ReturnType<typeof useHold> }) {
  const { confirm, isBusy } = useConfirmTap(booking);
  const [isDeclining, setDeclining] = useState(false);
  return (
    <div className="mt-auto grid gap-3">
      <Countdown secondsLeft={hold.secondsLeft} share={hold.share} />
      {/* Over the link that lies over the card. */}
      <div className="relative z-10 flex gap-2">
        <Button look="action" className="grow" isBusy={isBusy} aria-label={texts.toConfirm(booking.activity.name)} onClick={confirm}>
          {texts.confirmShort}
        </Button>
        <Button look="quiet" onClick={() => { setDeclining(true); }}>
          {texts.decline}
        </Button>
      </div>
      <LazyDialogs booking={booking} open={isDeclining ? "cancel" : null} isHold onClose={() => { setDeclining(false); }} />
    </div>
  );
}
