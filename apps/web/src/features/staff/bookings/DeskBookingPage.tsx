import { Page } from "@/components/layout/Page";

export function DeskBookingPage() {
  return (
    <Page title="Booking">
      <h1 className="text-3xl">Booking</h1>
    </Page>
  );
}
