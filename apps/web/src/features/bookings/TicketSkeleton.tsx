import { Skeleton } from "@/components/ui/Loading";
import { texts } from "@/lib/texts";

/** The shape of a ticket that is on its way. */
export function TicketSkeleton() {
  return (
    <div role="status" className="grid items-start gap-5 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)] lg:gap-8">
      <span className="sr-only">{texts.loading}</span>
      <Skeleton className="h-100" />
      <Skeleton className="h-64" />
    </div>
  );
}
