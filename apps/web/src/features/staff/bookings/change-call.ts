import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { useRef } from "react";
import type { DeskBooking, WholeBooking } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { newKey, sendOnce } from "@/lib/http";
import { bookingKey } from "./booking-call";

interface Change {
  method: "post" | "patch";
  /** The last part of the address, after the booking. */
  path: string;
}

/** One change of a guest's booking, done once however often it is tapped or repeated. */
export function useDeskChange<V extends object>(booking: DeskBooking, { method, path }: Change): UseMutationResult<DeskBooking, ApiError, V> {
  const queries = useQueryClient();
  const sent = useRef({ wish: "", key: "" });
  return useMutation({
    mutationFn: (wish: V) => {
      const words = JSON.stringify(wish);
      // The same wish goes out with the same key until it is known what came of it.
      if (sent.current.wish !== words || !sent.current.key) sent.current = { wish: words, key: newKey() };
      return sendOnce<DeskBooking>(method, `/staff/bookings/${booking.id}/${path}`, wish, sent.current.key);
    },
    onSuccess: (changed) => {
      sent.current.key = "";
      // Whether the room agrees with a stay is not looked up for this answer.
      queries.setQueryData<WholeBooking>(bookingKey(booking.reference), (had) => had && { ...had, ...changed, room_verified: had.room_verified });
    },
    onError: (problem) => {
      if (!problem.isPassing) sent.current.key = "";
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["desk"] });
      void queries.invalidateQueries({ queryKey: ["availability"] });
    },
  });
}
