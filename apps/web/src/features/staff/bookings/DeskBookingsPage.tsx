import { Page } from "@/components/layout/Page";

export function DeskBookingsPage() {
  return (
    <Page title="Bookings">
      <h1 className="text-3xl">Bookings</h1>
    </Page>
  );
}
