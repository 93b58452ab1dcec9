import type { Party } from "@/lib/party";

/** What a guest picked and typed before signing in; the hold is made with all of it afterwards. */
interface PendingHold {
  activityKey: string;
  slotId: string;
  party: Party;
  requests: string;
}

const KEY = "pending-hold";

export function keepPendingHold(hold: PendingHold): void {
  sessionStorage.setItem(KEY, JSON.stringify(hold));
}

/** What was picked and typed for this activity before, so that nothing is typed twice. */
export function pendingHoldOf(activityKey: string): PendingHold | null {
  const told = sessionStorage.getItem(KEY);
  if (told === null) return null;
  const hold = JSON.parse(told) as PendingHold;
  return hold.activityKey === activityKey ? hold : null;
}

export function forgetPendingHold(): void {
  sessionStorage.removeItem(KEY);
}
