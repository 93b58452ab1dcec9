import { Page } from "@/components/layout/Page";

export function FiguresPage() {
  return (
    <Page title="Figures">
      <h1 className="text-3xl">Figures</h1>
    </Page>
  );
}
