import { Page } from "@/components/layout/Page";

export function ConversationPage() {
  return (
    <Page title="Chat">
      <h1 className="text-3xl">Chat</h1>
    </Page>
  );
}
