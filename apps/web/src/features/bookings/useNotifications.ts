import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { session } from "@/lib/session";
import { useStore } from "@/lib/store";
import { follow } from "./live";

/** Keep what is shown of the guest's bookings true, whichever door a change comes through. */
export function useNotifications(): void {
  const queries = useQueryClient();
  const { user } = useStore(session);
  const id = user?.id;
  useEffect(() => {
    if (!id) return undefined;
    return follow(() => {
      void queries.invalidateQueries({ queryKey: ["bookings"] });
      void queries.invalidateQueries({ queryKey: ["availability"] });
    });
  }, [id, queries]);
}
