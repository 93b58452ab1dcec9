import { send } from "@/lib/http";
import type { Me } from "./session-call";

// By token, so that a link is spent once however often the page that has it is drawn.
const spent = new Map<string, Promise<Me>>();

/** Spend a sign-in link; asked again for the same one, answer with what the first time came to. */
export function spendLink(token: string): Promise<Me> {
  const before = spent.get(token);
  if (before) return before;
  const asked = send<Me>("post", "/auth/link/", { token });
  spent.set(token, asked);
  return asked;
}

/** Let a link be tried again whose try did not get through. */
export function forgetLink(token: string): void {
  spent.delete(token);
}
