import type { Query } from "@tanstack/react-query";
import { sessionQuery } from "@/features/auth/session-call";
import { queryClient } from "@/lib/query";
import { router } from "./router";

const LONGEST_MS = 400;
// Who is signed in changes little of what is seen.
const [SESSION] = sessionQuery.queryKey;
const WAITED_FOR = { predicate: ({ queryKey: [name] }: Query) => name !== SESSION };

/**
 * Settles when the first page's code is there, and what it shows; after a moment in any case.
 * To draw that page once takes a slow phone half as long as to draw what holds its place, and then the page.
 */
export function opened(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!router.state.initialized || queryClient.isFetching(WAITED_FOR) > 0) return;
      done();
    };
    const unfollow = [router.subscribe(look), queryClient.getQueryCache().subscribe(look)];
    const done = () => {
      for (const stop of unfollow) stop();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, LONGEST_MS);
    look();
  });
}
