import { Page } from "@/components/layout/Page";

export function MessagesPage() {
  return (
    <Page title="Messages">
      <h1 className="text-3xl">Messages</h1>
    </Page>
  );
}
