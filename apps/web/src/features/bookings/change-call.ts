import { useMutation, useQueryClient, type InfiniteData, type QueryClient, type UseMutationResult } from "@tanstack/react-query";
import { useRef } from "react";
import type { Booking, Page } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { newKey, sendOnce } from "@/lib/http";

interface Change<V> {
  method: "post" | "patch";
  /** The last part of the address, after the booking. */
  path: string;
  body: (wish: V) => object;
  /** How the booking will look if all goes well; shown at once, taken back where it does not. */
  foresee?: (booking: Booking) => Booking;
}

const DONE_ALREADY = new Set(["BOOKING_ALREADY_CONFIRMED", "BOOKING_ALREADY_CANCELLED"]);

/** One change of a booking, that is done once however often it is tapped or repeated. */
export function useChange<V>(booking: Booking, { method, path, body, foresee }: Change<V>): UseMutationResult<Booking, ApiError, V, () => void> {
  const queries = useQueryClient();
  const sent = useRef({ wish: "", key: "" });
  return useMutation({
    mutationFn: async (wish) => {
      const asked = body(wish);
      const words = JSON.stringify(asked);
      // The same wish goes out with the same key until it is known what came of it.
      if (sent.current.wish !== words || !sent.current.key) sent.current = { wish: words, key: newKey() };
      return sendOnce<Booking>(method, `/bookings/${booking.id}/${path}`, asked, sent.current.key);
    },
    onMutate: async () => {
      if (!foresee) return () => undefined;
      await queries.cancelQueries({ queryKey: ["bookings"] });
      const before = queries.getQueriesData({ queryKey: ["bookings"] });
      put(queries, foresee(booking));
      return () => {
        for (const [key, value] of before) queries.setQueryData(key, value);
      };
    },
    onSuccess: (changed) => {
      sent.current.key = "";
      put(queries, changed);
    },
    onError: (problem, _, takeBack) => {
      if (!problem.isPassing) sent.current.key = "";
      // Somebody was faster with the same: it is as foreseen.
      if (!DONE_ALREADY.has(problem.code)) takeBack?.();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["bookings"] });
      void queries.invalidateQueries({ queryKey: ["availability"] });
    },
  });
}

type Cached = Booking | Booking[] | InfiniteData<Page<Booking>> | undefined;

/** Show a booking as it is now wherever it is shown. */
function put(queries: QueryClient, booking: Booking): void {
  const fresh = (one: Booking) => (one.id === booking.id ? booking : one);
  queries.setQueriesData<Cached>({ queryKey: ["bookings"] }, (cached) => {
    if (!cached) return cached;
    if (Array.isArray(cached)) return cached.map(fresh);
    if ("pages" in cached) return { ...cached, pages: cached.pages.map((page) => ({ ...page, items: page.items.map(fresh) })) };
    return fresh(cached);
  });
}
