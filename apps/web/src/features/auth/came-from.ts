import { useLocation } from "react-router";

/** Where the guest was before signing in; only ever a path of this app. */
export function useCameFrom(): string | null {
  const state: unknown = useLocation().state;
  if (typeof state !== "object" || state === null || !("from" in state)) return null;
  const { from } = state;
  return typeof from === "string" && /^\/(?![/\\])/.test(from) ? from : null;
}
