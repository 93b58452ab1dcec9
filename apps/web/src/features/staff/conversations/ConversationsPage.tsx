import { Page } from "@/components/layout/Page";

export function ConversationsPage() {
  return (
    <Page title="Chats">
      <h1 className="text-3xl">Chats</h1>
    </Page>
  );
}
