import { Page } from "@/components/layout/Page";

export function EditActivityPage() {
  return (
    <Page title="Activity">
      <h1 className="text-3xl">Activity</h1>
    </Page>
  );
}
