import { Link } from "react-router";
import type { DeskBooking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { clockTime, money, people, shortDay, spaced } from "@/lib/format";
import { DataTable, type Column } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { leadOf } from "../parts/lead";
import { StatusBadge } from "../parts/StatusBadge";
import type { Filters } from "./filters";
import { useSearch } from "./search-call";
import { texts } from "./texts";

const COLUMNS: Column<DeskBooking>[] = [
  { head: texts.columns.reference, cell: (one) => <ToBooking booking={one} /> },
  { head: texts.columns.when, cell: ({ time_slot: slot }) => <span className="lg:whitespace-nowrap">{shortDay(slot.start_time)}, {clockTime(slot.start_time)}</span> },
  { head: texts.columns.activity, cell: ({ activity }) => activity.name },
  { head: texts.columns.guest, cell: (one) => leadOf(one) },
  { head: texts.columns.room, cell: ({ room }) => room },
  { head: texts.columns.party, cell: ({ participants }) => participants, isNumber: true },
  { head: texts.columns.total, cell: (one) => money(one.total_price, one.currency), isNumber: true },
  { head: texts.columns.status, cell: ({ status }) => <StatusBadge status={status} /> },
  { head: texts.columns.door, cell: ({ booking_source: door }) => texts.door[door] },
];

/** What the search found, as a table or as cards. */
export function Results({ filters }: { filters: Filters }) {
  const found = useSearch(filters);
  const isAsked = Object.values(filters).some(Boolean);
  if (found.isError) return <div className="mt-5"><Problem problem={found.error} onRetry={() => void found.refetch()} /></div>;
  if (found.isPending) return <Loading />;
  const rows = found.data.pages.flatMap((page) => page.items);
  if (rows.length === 0)
    return (
      <div className="mt-5">
        <Empty title={isAsked ? texts.list.none : texts.list.noneYet}>{isAsked ? <p>{texts.list.noneLead}</p> : null}</Empty>
      </div>
    );
  return (
    <div aria-busy={found.isPlaceholderData} className="mt-5 grid gap-4 aria-busy:opacity-60">
      <DataTable label={texts.list.label} columns={COLUMNS} rows={rows} keyOf={({ id }) => id} card={(one) => <BookingCard booking={one} />} />
      {found.hasNextPage ? (
        <Button look="quiet" className="justify-self-center" isBusy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {texts.list.more}
        </Button>
      ) : null}
    </div>
  );
}

function BookingCard({ booking }: { booking: DeskBooking }) {
  const { activity, time_slot: slot, room, participants, total_price: total, currency, status } = booking;
  const rest = [room ? texts.list.inRoom(room) : "", people(participants), money(total, currency)].filter(Boolean);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <span className="font-semibold">{leadOf(booking)}</span>
        <StatusBadge status={status} />
      </div>
      <p className="mt-1">
        {activity.name}, {shortDay(slot.start_time)}, {clockTime(slot.start_time)}
      </p>
      <p className="flex flex-wrap items-center justify-between gap-x-3 text-ink-soft">
        {rest.join(" · ")}
        <ToBooking booking={booking} />
      </p>
    </>
  );
}

function ToBooking({ booking }: { booking: DeskBooking }) {
  return (
    <Link
      to={`/desk/bookings/${booking.reference}`}
      className="inline-flex min-h-11 items-center font-semibold tracking-wider whitespace-nowrap text-lagoon-deep tabular-nums underline-offset-4 hover:underline max-lg:after:absolute max-lg:after:inset-0"
    >
      {spaced(booking.reference)}
    </Link>
  );
}
