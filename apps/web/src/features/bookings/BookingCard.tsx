import { ChevronRight } from "lucide-react";
import { Link } from "react-router";
import type { Booking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { clockTime, money, people, shortDay } from "@/lib/format";
import { Countdown } from "./Countdown";
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
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <h3 className="text-lg">
              <Link to={`/bookings/${reference}`} className="after:absolute after:inset-0 hover:underline">
                {activity.name}
              </Link>
            </h3>
            <p className="mt-0.5 font-semibold">
              {shortDay(slot.start_time)}, {clockTime(slot.start_time)}
            </p>
            <p className="text-sm text-ink-soft">
              {people(participants)} · {money(total, currency)}
            </p>
          </div>
          <div className="flex shrink-0 items-center gap-1">
            <StatusBadge status={hold.status} />
            <ChevronRight aria-hidden="true" className="size-4 text-ink-soft" />
          </div>
        </div>
        {hold.status === "pending" ? <Decide booking={booking} hold={hold} /> : null}
      </div>
    </Ticket>
  );
}

function Decide({ booking, hold }: { booking: Booking; hold: ReturnType<typeof useHold> }) {
  const { confirm, isBusy } = useConfirmTap(booking);
  return (
    <div className="mt-auto grid gap-3">
      <Countdown secondsLeft={hold.secondsLeft} share={hold.share} />
      {/* Over the link that lies over the card. */}
      <Button look="action" className="relative z-10" isBusy={isBusy} aria-label={texts.toConfirm(booking.activity.name)} onClick={confirm}>
        {texts.confirmShort}
      </Button>
    </div>
  );
}
