import { useEffect, useRef } from "react";
import type { Booking, BookingStatus } from "@/api/shapes";
import { spaced } from "@/lib/format";
import { BookingActions } from "./BookingActions";
import { BookingFacts } from "./BookingFacts";
import { BookingPicture } from "./BookingPicture";
import { BookingPrice } from "./BookingPrice";
import { BookingQr } from "./BookingQr";
import { BookingWords } from "./BookingWords";
import { Lapsed } from "./Lapsed";
import { StatusBadge } from "./StatusBadge";
import { texts } from "./texts";
import { TearLine, Ticket } from "./Ticket";
import { TicketFoot } from "./TicketFoot";
import { useHold } from "./useHold";
import { WhenAndWho } from "./WhenAndWho";

/** Everything about one booking; what has to be decided stands first, without scrolling. */
export function BookingDetail({ booking }: { booking: Booking }) {
  const hold = useHold(booking);
  const { status } = hold;
  const isOpen = status === "pending" || status === "confirmed";
  const heading = useKeptFocus(status);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)] lg:gap-8">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:sticky lg:top-24">
        <Ticket status={status}>
          <BookingPicture booking={booking} className="h-44 max-lg:hidden" />
          <div className="px-5 pt-4">
            <p className="flex items-center justify-between gap-3">
              <StatusBadge status={status} />
              <span className="text-sm text-ink-soft">
                <span className="sr-only">{texts.reference} </span>
                <span className="font-semibold tracking-wider tabular-nums">{spaced(booking.reference)}</span>
              </span>
            </p>
            <h1 ref={heading} tabIndex={-1} className="mt-2 text-2xl outline-none sm:text-3xl">{booking.activity.name}</h1>
            <div className="mt-2">
              <WhenAndWho booking={booking} />
            </div>
          </div>
          <TearLine />
          <div className="px-5 pb-5">
            <TicketFoot booking={booking} hold={hold} />
          </div>
        </Ticket>
        {isOpen ? <BookingActions booking={booking} status={status} /> : null}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {status === "expired" ? <Lapsed booking={booking} /> : null}
        {status === "confirmed" ? <BookingQr reference={booking.reference} /> : null}
        <BookingFacts booking={booking} />
        <BookingPrice booking={booking} />
        <BookingWords booking={booking} canEdit={isOpen} />
        <p className="px-1 text-sm text-ink-soft">{texts.source[booking.booking_source]}</p>
      </div>
    </div>
  );
}

/** Where the button that had the focus is gone with the change that it made, the heading has it next. */
function useKeptFocus(status: BookingStatus) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(status);
  useEffect(() => {
    if (before.current === status) return;
    before.current = status;
    if (document.activeElement === document.body) heading.current?.focus();
  }, [status]);
  return heading;
}
