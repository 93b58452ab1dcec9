import { Page } from "@/components/layout/Page";

export function ImportPage() {
  return (
    <Page title="Import">
      <h1 className="text-3xl">Import</h1>
    </Page>
  );
}
