import { Page } from "@/components/layout/Page";

export function ChargesPage() {
  return (
    <Page title="Charges">
      <h1 className="text-3xl">Charges</h1>
    </Page>
  );
}
