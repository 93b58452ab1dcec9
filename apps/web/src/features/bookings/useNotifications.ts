import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { session } from "@/lib/session";
import { useStore } from "@/lib/store";

const URL = `${import.meta.env.VITE_API_URL ?? ""}/api/v1/live/`;
const POLL_MS = 10_000;

/**
 * Follow what happens to the guest's bookings, whichever door it comes through: over a stream, and by asking every
 * ten seconds while the stream is refused or broken.
 */
export function useNotifications(): void {
  const queries = useQueryClient();
  const { user } = useStore(session);
  const id = user?.id;
  useEffect(() => {
    if (!id) return undefined;
    const refresh = () => {
      void queries.invalidateQueries({ queryKey: ["bookings"] });
      void queries.invalidateQueries({ queryKey: ["availability"] });
    };
    let poll: ReturnType<typeof setInterval> | undefined;
    const stream = new EventSource(URL, { withCredentials: true });
    const stopPolling = () => {
      clearInterval(poll);
      poll = undefined;
    };
    stream.addEventListener("open", () => {
      if (poll) refresh();
      stopPolling();
    });
    stream.addEventListener("booking", refresh);
    stream.addEventListener("error", () => {
      poll ??= setInterval(refresh, POLL_MS);
    });
    return () => {
      stopPolling();
      stream.close();
    };
  }, [id, queries]);
}
