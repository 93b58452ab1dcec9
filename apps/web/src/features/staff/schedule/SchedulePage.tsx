import { Page } from "@/components/layout/Page";

export function SchedulePage() {
  return (
    <Page title="Schedule">
      <h1 className="text-3xl">Schedule</h1>
    </Page>
  );
}
