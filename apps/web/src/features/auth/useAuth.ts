import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useNavigate } from "react-router";
import { send } from "@/lib/http";
import { session, signedOut } from "@/lib/session";
import { useStore } from "@/lib/store";
import type { User } from "@/api/shapes";

interface Auth {
  user: User | null;
  isKnown: boolean;
  /** End the session of this device (`all`: of every device) and go home. */
  signOut: (all?: boolean) => Promise<void>;
}

export function useAuth(): Auth {
  const { user, isKnown } = useStore(session);
  const queries = useQueryClient();
  const go = useNavigate();
  const signOut = useCallback(
    async (all = false) => {
      await send("post", all ? "/auth/logout-all/" : "/auth/logout/");
      signedOut();
      for (const name of ["bookings", "preferences", "recommendations", "desk"]) queries.removeQueries({ queryKey: [name] });
      await go("/");
    },
    [queries, go],
  );
  return { user, isKnown, signOut };
}
