import { forgetKept } from "./kept";
import { create } from "./store";
import type { User } from "@/api/shapes";

interface Session {
  user: User | null;
  csrfToken: string | null;
  /** Whether we have asked the API who is signed in. */
  isKnown: boolean;
}

/** Who is signed in here. The session itself is a cookie that scripts cannot read. */
export const session = create<Session>({ user: null, csrfToken: null, isKnown: false });

export function signedIn(user: User, csrfToken: string): void {
  session.set({ user, csrfToken, isKnown: true });
}

export function signedOut(): void {
  forgetKept();
  session.set({ user: null, csrfToken: null, isKnown: true });
}
