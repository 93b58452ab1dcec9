import { useSyncExternalStore } from "react";

const WIDE = "(min-width: 64rem)";

function follow(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener("change", listener);
  return () => {
    query.removeEventListener("change", listener);
  };
}

/** Whether there is room for a table, or for something at the side; so that a page is drawn in one way and not in two. */
export function useWide(): boolean {
  return useSyncExternalStore(follow, () => matchMedia(WIDE).matches);
}
