import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Booking } from "@/api/shapes";
import { serverNow } from "@/lib/clock";
import { openBookings, pastBookings } from "./bookings-call";

interface Bookings {
  /** Waiting for a yes; what runs out first comes first. */
  pending: Booking[];
  /** Confirmed and ahead, or going on; what starts first comes first. */
  upcoming: Booking[];
  past: Booking[];
  isLoading: boolean;
  problem: unknown;
  retry: () => void;
  /** Fetch more of the past; null where that is all. */
  more: (() => void) | null;
  isFetchingMore: boolean;
}

/** The guest's bookings, sorted by what there is to do about them. */
export function useBookings(): Bookings {
  const open = useQuery(openBookings);
  const over = useInfiniteQuery(pastBookings);
  const sorted = useMemo(() => sort(open.data ?? [], over.data?.pages.flatMap((page) => page.items) ?? []), [open.data, over.data]);
  return {
    ...sorted,
    isLoading: open.isPending || over.isPending,
    problem: open.data && over.data ? null : (open.error ?? over.error),
    retry: () => {
      void open.refetch();
      void over.refetch();
    },
    more: over.hasNextPage ? () => void over.fetchNextPage() : null,
    isFetchingMore: over.isFetchingNextPage,
  };
}

function sort(open: Booking[], over: Booking[]): Pick<Bookings, "pending" | "upcoming" | "past"> {
  const now = serverNow();
  const isOver = (one: Booking) => Date.parse(one.time_slot.end_time) <= now;
  const by = (of: (one: Booking) => string | null) => (one: Booking, other: Booking) => (of(one) ?? "").localeCompare(of(other) ?? "");
  const confirmed = open.filter((one) => one.status === "confirmed");
  return {
    pending: open.filter((one) => one.status === "pending").sort(by((one) => one.expires_at)),
    upcoming: confirmed.filter((one) => !isOver(one)).sort(by((one) => one.time_slot.start_time)),
    // What was confirmed counts as done only a day later; to the guest it is over now.
    past: [...confirmed.filter(isOver), ...over],
  };
}
