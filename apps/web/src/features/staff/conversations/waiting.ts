import type { Conversation } from "@/api/shapes";

const TOO_LONG_MINUTES = 10;

/** How many whole minutes somebody waits at a moment. */
export function minutesWaiting({ waiting_since: since }: Conversation, now: number): number {
  return since ? Math.max(0, Math.floor((now - Date.parse(since)) / 60_000)) : 0;
}

export function waitsTooLong(conversation: Conversation, now: number): boolean {
  return conversation.waiting_since !== null && minutesWaiting(conversation, now) >= TOO_LONG_MINUTES;
}

/** What has to be heard: who began to wait, and who waits too long by now; each is told once. */
export function newCalls(waiting: Conversation[], now: number, told: Set<string>): string[] {
  const calls = waiting.flatMap((one) => {
    const key = `${one.id} ${one.waiting_since ?? ""}`;
    return waitsTooLong(one, now) ? [key, `${key} too long`] : [key];
  });
  return calls.filter((call) => !told.has(call));
}
