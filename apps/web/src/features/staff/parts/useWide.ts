import { useSyncExternalStore } from "react";

const WIDE = "(min-width: 64rem)";

function follow(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener("change", listener);
  return () => {
    query.removeEventListener("change", listener);
  };
}

/** Whether there is room for a table; so that a board of hundreds is drawn once and not twice. */
export function useWide(): boolean {
  return useSyncExternalStore(follow, () => matchMedia(WIDE).matches);
}
