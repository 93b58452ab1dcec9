import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { Button } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/Loading";
import { dayAndTime, money, people, spaced } from "@/lib/format";
import { leadOf } from "../parts/lead";
import type { DeskBooking } from "../parts/shapes";
import { closeQuickBooking } from "./quick";
import { texts } from "./texts";

interface Props {
  booking: DeskBooking;
  onAnother: () => void;
}

/** What to tell the guest: the reference, the time, what it costs. */
export function Booked({ booking, onAnother }: Props) {
  const { activity, time_slot: slot, reference, room, participants, total_price: total, currency } = booking;
  const another = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    another.current?.focus();
  }, []);
  return (
    <div className="grid gap-5">
      <div role="status" className="flex flex-wrap items-center gap-5">
        <Code reference={reference} />
        <div className="grid gap-1">
          <p className="font-semibold text-palm">{booking.expires_at ? texts.held(dayAndTime(booking.expires_at)) : texts.done}</p>
          <p className="font-display text-3xl font-semibold tracking-wider tabular-nums">{spaced(reference)}</p>
          <p>
            {leadOf(booking)}
            {room ? ` · ${texts.ofRoom(room)}` : ""}
          </p>
        </div>
      </div>
      <p className="text-lg">
        <span className="font-semibold">{activity.name}</span>
        <br />
        {dayAndTime(slot.start_time)}
        <br />
        {people(participants)} · {money(total, currency)}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button ref={another} onClick={onAnother}>
          {texts.another}
        </Button>
        <Button look="quiet" asChild>
          <Link to={`/desk/departures/${slot.id}`} onClick={closeQuickBooking}>
            {texts.toManifest}
          </Link>
        </Button>
      </div>
    </div>
  );
}

function Code({ reference }: { reference: string }) {
  const { data: squares } = useQuery({
    queryKey: ["qr", reference],
    queryFn: async () => (await import("uqr")).encode(reference, { ecc: "M", border: 2 }).data,
    staleTime: Infinity,
  });
  if (!squares) return <Skeleton className="size-28" />;
  const size = squares.length;
  const path = squares.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  // Black on white in both themes: that is what scanners read.
  return (
    <svg role="img" aria-label={texts.qr(spaced(reference))} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className="size-28 rounded-xl">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
