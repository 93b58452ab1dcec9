import { Page } from "@/components/layout/Page";

export function ClosingPage() {
  return (
    <Page title="Close departures">
      <h1 className="text-3xl">Close departures</h1>
    </Page>
  );
}
