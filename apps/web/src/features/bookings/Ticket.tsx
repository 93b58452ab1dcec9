import type { ReactNode } from "react";
import type { BookingStatus } from "@/api/shapes";
import { cn } from "@/lib/cn";

const EDGES = {
  pending: "bg-coral",
  confirmed: "bg-palm",
  completed: "bg-lagoon",
  cancelled: "bg-line",
  expired: "bg-line",
  no_show: "bg-line",
};

interface Props {
  status: BookingStatus;
  className?: string;
  children: ReactNode;
}

/** A booking as a ticket, with its state as a stripe along its edge. */
export function Ticket({ status, className, children }: Props) {
  return (
    <article className={cn("relative overflow-hidden rounded-card border border-line bg-shell", className)}>
      <span aria-hidden="true" className={cn("absolute inset-y-0 left-0 w-1.5", EDGES[status])} />
      {children}
    </article>
  );
}

/** Where a ticket would be torn. */
export function TearLine() {
  const hole = "absolute top-1/2 size-5 -translate-y-1/2 rounded-full border border-line bg-sand";
  return (
    <div aria-hidden="true" className="relative my-1 h-5">
      <span className={cn(hole, "-left-2.5")} />
      <span className="absolute inset-x-5 top-1/2 border-t-2 border-dashed border-line" />
      <span className={cn(hole, "-right-2.5")} />
    </div>
  );
}
