import { Page } from "@/components/layout/Page";

export function ManifestPage() {
  return (
    <Page title="Manifest">
      <h1 className="text-3xl">Manifest</h1>
    </Page>
  );
}
