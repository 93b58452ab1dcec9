import { Page } from "@/components/layout/Page";

export function ArrivalsPage() {
  return (
    <Page title="Today">
      <h1 className="text-3xl">Today</h1>
    </Page>
  );
}
