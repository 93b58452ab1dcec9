import type { ReactNode } from "react";
import type { WholeBooking } from "@/api/shapes";
import { Badge } from "@/components/ui/Badge";
import { Button } from "@/components/ui/Button";
import { Section } from "@/components/ui/Section";
import { clockTime, dayAndTime, longDay, people, shortDay } from "@/lib/format";
import { Refusal } from "../parts/Refusal";
import { usePhone } from "./phone-call";
import { texts } from "./texts";

/** What is known of a booking. */
export function Facts({ booking }: { booking: WholeBooking }) {
  const { time_slot: slot, status, room, room_verified: isVerified } = booking;
  const isOpen = status === "pending" || status === "confirmed";
  return (
    <Section title={texts.facts.title}>
      <dl className="grid gap-3 sm:grid-cols-[9rem_1fr]">
        <Fact name={texts.facts.when}>
          {longDay(slot.start_time)}, {clockTime(slot.start_time)}–{clockTime(slot.end_time)}
        </Fact>
        <Fact name={texts.facts.people}>
          {people(booking.participants)} ({booking.lines.map(({ quantity, label }) => texts.price.line(quantity, label)).join(", ")})
        </Fact>
        <Fact name={texts.facts.room}>
          {room ? (
            <span className="inline-flex flex-wrap items-center gap-2">
              {room}
              {isVerified === null ? null : <Badge look={isVerified ? "good" : "warm"}>{isVerified ? texts.facts.verified : texts.facts.unverified}</Badge>}
            </span>
          ) : null}
        </Fact>
        <Fact name={texts.facts.phone}>
          <Phone booking={booking} />
        </Fact>
        <Fact name={texts.facts.requests}>{booking.special_requests}</Fact>
        <Fact name={texts.facts.private}>{booking.is_private ? "✓" : null}</Fact>
        <Fact name={texts.facts.held}>{status === "pending" && booking.expires_at ? dayAndTime(booking.expires_at) : null}</Fact>
        <Fact name={isOpen && !booking.cancel_by ? texts.facts.cancelNever : texts.facts.cancelBy}>
          {isOpen && booking.cancel_by ? dayAndTime(booking.cancel_by) : null}
        </Fact>
        <Fact name={texts.facts.checkedIn}>
          {booking.checked_in_at ? `${clockTime(booking.checked_in_at)} · ${booking.arrived ?? booking.participants} of ${booking.participants}` : null}
        </Fact>
        <Fact name={texts.facts.reason}>{status === "cancelled" ? booking.cancellation_reason : null}</Fact>
        <Fact name={texts.facts.booked}>
          {shortDay(booking.created_at)}, {clockTime(booking.created_at)} · {texts.door[booking.booking_source]}
        </Fact>
      </dl>
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt className="text-sm text-ink-soft sm:pt-0.5">{name}</dt>
      <dd className="-mt-2 font-medium whitespace-pre-line sm:mt-0">{children}</dd>
    </>
  );
}

function Phone({ booking }: { booking: WholeBooking }) {
  const phone = usePhone(booking.id);
  if (!booking.guest.phone) return texts.facts.noPhone;
  if (phone.data)
    return (
      <a href={`tel:${phone.data}`} className="inline-flex min-h-11 items-center text-lagoon-deep underline tabular-nums">
        {phone.data}
      </a>
    );
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="tabular-nums">{booking.guest.phone}</span>
      <Button look="plain" size="small" isBusy={phone.isPending} onClick={() => { phone.mutate(undefined); }}>
        {texts.facts.showPhone}
      </Button>
      <Refusal problem={phone.error} />
    </span>
  );
}
