import { Link } from "react-router";
import { Horizon } from "@/components/layout/Horizon";
import { Page } from "@/components/layout/Page";
import { SignInFirst } from "@/components/layout/SignInFirst";
import { Button } from "@/components/ui/Button";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { useAuth } from "@/features/auth/useAuth";
import { BookingList } from "./BookingList";
import { texts } from "./texts";
import { useBookings } from "./useBookings";

/** All of the guest's bookings: what waits for a yes, what is ahead, what was. */
export function BookingsPage() {
  const { user, isKnown } = useAuth();
  return (
    <Page title={texts.title}>
      {user ? (
        <>
          <h1 className="text-4xl">{texts.title}</h1>
          <Mine />
        </>
      ) : null}
      {!user && isKnown ? <SignInFirst title={texts.title} lead={texts.signInLead} from="/bookings" /> : null}
      {!isKnown ? <Loading /> : null}
    </Page>
  );
}

function Mine() {
  const { pending, upcoming, past, isLoading, problem, retry, more, isFetchingMore } = useBookings();
  if (problem) return <div className="mt-6"><Problem problem={problem} onRetry={retry} /></div>;
  if (isLoading) return <Loading />;
  const isNothingAhead = pending.length === 0 && upcoming.length === 0;
  return (
    <div className="mt-5 grid gap-9">
      {isNothingAhead ? <Empty isFirst={past.length === 0} /> : null}
      <BookingList title={texts.pending} bookings={pending} />
      <BookingList title={texts.upcoming} bookings={upcoming} />
      <BookingList title={texts.history} bookings={past} />
      {more ? (
        <Button look="quiet" className="justify-self-center" isBusy={isFetchingMore} onClick={more}>
          {texts.more}
        </Button>
      ) : null}
    </div>
  );
}

function Empty({ isFirst }: { isFirst: boolean }) {
  return (
    <section className="grid overflow-hidden rounded-card border border-line bg-shell sm:grid-cols-[14rem_1fr]">
      <Horizon className="h-32 w-full sm:h-full" />
      <div className="grid justify-items-start gap-3 p-6">
        <h2 className="text-2xl">{isFirst ? texts.noneTitle : texts.noneUpcoming}</h2>
        {isFirst ? <p className="text-ink-soft">{texts.none}</p> : null}
        <Button asChild>
          <Link to="/activities">{texts.browse}</Link>
        </Button>
      </div>
    </section>
  );
}
