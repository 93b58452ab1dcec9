import { useParams } from "react-router";
import { Page } from "@/components/layout/Page";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { asApiError } from "@/lib/errors";
import { spaced } from "@/lib/format";
import { Empty } from "../parts/Empty";
import { PageHead } from "../parts/PageHead";
import { useDeskBooking } from "./booking-call";
import { BookingSheet } from "./BookingSheet";
import { texts } from "./texts";

const BACK = { to: "/desk/bookings", label: texts.title };

/** One booking, with all that can be done about it. */
export function DeskBookingPage() {
  const { key = "" } = useParams();
  const { data: booking, error, isPending, refetch } = useDeskBooking(key);
  const title = booking ? `${booking.activity.name}, ${spaced(booking.reference)}` : texts.one;
  return (
    <Page title={title} className="max-w-none">
      {booking ? <BookingSheet booking={booking} back={BACK} /> : <PageHead title={texts.one} back={BACK} />}
      {isPending ? <Loading /> : null}
      {error && !booking ? (
        asApiError(error).code === "NOT_FOUND" ? (
          <Empty title={texts.notFoundTitle}>
            <p>{texts.notFound}</p>
          </Empty>
        ) : (
          <Problem problem={error} onRetry={() => void refetch()} />
        )
      ) : null}
    </Page>
  );
}
