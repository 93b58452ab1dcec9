import { serverNow } from "@/lib/clock";
import type { CodeRequested } from "./request-code-call";

/** A code that is on its way to a phone. */
export interface AwaitedCode {
  phone: string;
  resendAt: string;
  expiresAt: string;
}

const KEY = "awaited-code";

const inSeconds = (seconds: number) => new Date(serverNow() + seconds * 1000).toISOString();

export function awaited(phone: string, { resend_in: resend, expires_in: expires }: CodeRequested): AwaitedCode {
  return { phone, resendAt: inSeconds(resend), expiresAt: inSeconds(expires) };
}

/** Keep it for this tab: a phone may throw the page away while the guest reads the code in WhatsApp. */
export function keepAwaited(code: AwaitedCode | null): void {
  try {
    if (code) sessionStorage.setItem(KEY, JSON.stringify(code));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage it lasts as long as the page.
  }
}

export function keptAwaited(): AwaitedCode | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return isAwaited(kept) && Date.parse(kept.expiresAt) > serverNow() ? kept : null;
  } catch {
    return null;
  }
}

function isAwaited(kept: unknown): kept is AwaitedCode {
  if (typeof kept !== "object" || kept === null) return false;
  return ["phone", "resendAt", "expiresAt"].every((name) => typeof Reflect.get(kept, name) === "string");
}
