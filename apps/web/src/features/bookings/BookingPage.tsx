import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { Link, useParams } from "react-router";
import { Page } from "@/components/layout/Page";
import { SignInFirst } from "@/components/layout/SignInFirst";
import { Problem } from "@/components/ui/Problem";
import { useAuth } from "@/features/auth/useAuth";
import { bookingQuery } from "@/lib/booking-call";
import { asApiError } from "@/lib/errors";
import { BookingDetail } from "./BookingDetail";
import { NoSuchBooking, NotYours } from "./NotToBeSeen";
import { texts } from "./texts";
import { TicketSkeleton } from "./TicketSkeleton";

/** One booking, by its reference. */
export function BookingPage() {
  const { key = "" } = useParams();
  return (
    <Page title={texts.one} className="py-3 lg:py-8">
      <Link
        to="/bookings"
        className="mb-2 inline-flex min-h-11 items-center gap-1.5 text-sm font-semibold text-ink-soft hover:text-lagoon-deep max-lg:hidden"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        {texts.all}
      </Link>
      <Found at={key} />
    </Page>
  );
}

function Found({ at }: { at: string }) {
  const { user, isKnown } = useAuth();
  const queries = useQueryClient();
  // Asked for before it is known who is signed in: mostly somebody is, and every round trip is waited for.
  const found = useQuery({ ...bookingQuery(at), enabled: !isKnown || user !== null });
  const from = `/bookings/${at}`;
  if (isKnown && !user) return <SignInFirst title={texts.title} lead={texts.signInLead} from={from} />;
  if (found.data) return <BookingDetail key={found.data.id} booking={found.data} />;
  const { code, status } = asApiError(found.error);
  if (!found.isError || status === 401) return <TicketSkeleton />;
  if (code === "FORBIDDEN") return <NotYours from={from} />;
  if (code === "NOT_FOUND") return <NoSuchBooking />;
  const retry = () => {
    if (!isKnown) void queries.invalidateQueries({ queryKey: ["session"] });
    void found.refetch();
  };
  return <Problem problem={found.error} onRetry={retry} />;
}
