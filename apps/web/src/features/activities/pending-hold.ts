import type { Party } from "@/lib/party";

/** What a guest picked and typed before signing in; the hold is made with all of it afterwards. */
export interface PendingHold {
  activityKey: string;
  slotId: string;
  party: Party;
  requests: string;
  /** The key it is asked for with, so that it is made once whatever happens. */
  idempotencyKey: string;
}

const KEY = "pending-hold";

export function keepPendingHold(hold: PendingHold): void {
  sessionStorage.setItem(KEY, JSON.stringify(hold));
}

/** Take the hold that waits for this activity, if there is one; it waits no longer then. */
export function takePendingHold(activityKey: string): PendingHold | null {
  const told = sessionStorage.getItem(KEY);
  if (told === null) return null;
  const hold = JSON.parse(told) as PendingHold;
  if (hold.activityKey !== activityKey) return null;
  sessionStorage.removeItem(KEY);
  return hold;
}
