import { Page } from "@/components/layout/Page";

export function PeoplePage() {
  return (
    <Page title="People">
      <h1 className="text-3xl">People</h1>
    </Page>
  );
}
