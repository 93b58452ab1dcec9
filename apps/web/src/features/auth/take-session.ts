import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { signedIn } from "@/lib/session";
import type { Me } from "./session-call";

/** Take a session that was just opened as ours; what an earlier guest saw on this device is forgotten. */
export function useTakeSession(): (opened: Me) => void {
  const queries = useQueryClient();
  return useCallback(
    ({ user, csrf_token: token }) => {
      for (const name of ["bookings", "preferences", "recommendations"]) queries.removeQueries({ queryKey: [name] });
      signedIn(user, token);
    },
    [queries],
  );
}
