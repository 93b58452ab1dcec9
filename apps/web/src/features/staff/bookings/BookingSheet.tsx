import type { WholeBooking } from "@/api/shapes";
import { spaced } from "@/lib/format";
import { leadOf } from "../parts/lead";
import { PageHead } from "../parts/PageHead";
import { StatusBadge } from "../parts/StatusBadge";
import { EraseGuest } from "../people/EraseGuest";
import { Actions } from "./Actions";
import { Asked } from "./Asked";
import { Facts } from "./Facts";
import { History } from "./History";
import { Messages } from "./Messages";
import { Notes } from "./Notes";
import { Prices } from "./Prices";
import { texts } from "./texts";

/** A booking on one sheet: what is decided about it on the left, what is known of it beside. */
export function BookingSheet({ booking, back }: { booking: WholeBooking; back: { to: string; label: string } }) {
  return (
    <>
      <PageHead title={booking.activity.name} back={back}>
        <StatusBadge status={booking.status} />
      </PageHead>
      <p className="-mt-4 mb-5 text-lg">
        <span className="font-semibold">{leadOf(booking)}</span>
        <span className="text-ink-soft">
          {" · "}
          <span className="sr-only">{texts.columns.reference} </span>
          <span className="tracking-wider tabular-nums">{spaced(booking.reference)}</span>
        </span>
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <Asked booking={booking} />
          <Actions booking={booking} />
          <Facts booking={booking} />
          <History booking={booking} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <Prices booking={booking} />
          <Notes booking={booking} />
          <Messages booking={booking} />
          <EraseGuest guestId={booking.guest.id} />
        </div>
      </div>
    </>
  );
}
