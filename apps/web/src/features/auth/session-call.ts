import { queryOptions, useQuery } from "@tanstack/react-query";
import type { User } from "@/api/shapes";
import { asApiError } from "@/lib/errors";
import { get } from "@/lib/http";
import { session, signedIn, signedOut } from "@/lib/session";

export interface Me {
  user: User;
  csrf_token: string;
  expires_at: string;
}

/** Ask once who is signed in here; nobody is no error. */
async function askWho(): Promise<null> {
  try {
    const me = await get<Me>("/auth/me/");
    signedIn(me.user, me.csrf_token);
  } catch (problem) {
    if (asApiError(problem).status !== 401) throw problem;
    // Whoever signed in while we were asking stays so.
    if (!session.get().user) signedOut();
  }
  return null;
}

export const sessionQuery = queryOptions({ queryKey: ["session"], queryFn: askWho, staleTime: Infinity });

export function useSessionCall(): void {
  useQuery(sessionQuery);
}
