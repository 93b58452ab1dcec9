import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { session } from "@/lib/session";
import { useStore } from "@/lib/store";
import { follow } from "./live";

/** Keep what is shown of bookings true, whichever door a change comes through: of a guest's own, at the desk of all. */
export function useNotifications(): void {
  const queries = useQueryClient();
  const { user } = useStore(session);
  const id = user?.id;
  useEffect(() => {
    if (!id) return undefined;
    return follow(() => {
      void queries.invalidateQueries({ queryKey: ["bookings"] });
      void queries.invalidateQueries({ queryKey: ["availability"] });
      void queries.invalidateQueries({ queryKey: ["desk"] });
    });
  }, [id, queries]);
}
