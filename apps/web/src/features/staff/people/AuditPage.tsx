import { Page } from "@/components/layout/Page";

export function AuditPage() {
  return (
    <Page title="Audit">
      <h1 className="text-3xl">Audit</h1>
    </Page>
  );
}
