import { Page } from "@/components/layout/Page";

export function CataloguePage() {
  return (
    <Page title="Catalogue">
      <h1 className="text-3xl">Catalogue</h1>
    </Page>
  );
}
