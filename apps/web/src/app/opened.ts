import { queryClient } from "@/lib/query";
import { router } from "./router";

const LONGEST_MS = 400;

/**
 * Settles when the first page's code is there, and what it shows; after a moment in any case.
 * To draw that page once takes a slow phone half as long as to draw what holds its place, and then the page.
 */
export function opened(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!router.state.initialized || queryClient.isFetching() > 0) return;
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
