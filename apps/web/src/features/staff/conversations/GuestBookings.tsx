import { Link } from "react-router";
import { Skeleton } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { Section } from "@/components/ui/Section";
import { clockTime, people, shortDay } from "@/lib/format";
import { StatusBadge } from "../parts/StatusBadge";
import { useGuestBookings } from "./guest-bookings-call";
import { texts } from "./texts";

/** What the guest has booked, the latest first. */
export function GuestBookings({ guestId }: { guestId: string }) {
  const found = useGuestBookings(guestId);
  return (
    <Section title={texts.bookings.title}>
      {found.isPending ? <Skeleton className="h-24" /> : null}
      {found.isError ? <Problem problem={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data?.length === 0 ? <p className="text-ink-soft">{texts.bookings.none}</p> : null}
      <ul className="grid gap-2">
        {(found.data ?? []).map(({ id, reference, activity, time_slot: slot, status, participants }) => (
          <li key={id}>
            <Link to={`/desk/bookings/${reference}`} className="grid gap-1 rounded-xl border border-line p-3 hover:border-lagoon">
              <span className="flex flex-wrap items-center justify-between gap-2">
                <span className="font-semibold">{activity.name}</span>
                <StatusBadge status={status} />
              </span>
              <span className="text-sm text-ink-soft">
                {shortDay(slot.start_time)}, {clockTime(slot.start_time)} · {people(participants)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
