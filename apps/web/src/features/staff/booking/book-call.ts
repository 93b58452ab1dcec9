import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { useRef } from "react";
import type { ApiError } from "@/lib/errors";
import { newKey, sendOnce } from "@/lib/http";
import type { DeskBooking, DeskBookingAsked } from "../parts/shapes";

/** Book for a guest; the same wish is done once, however often it is sent. */
export function useBook(): UseMutationResult<DeskBooking, ApiError, DeskBookingAsked> {
  const queries = useQueryClient();
  const sent = useRef({ wish: "", key: "" });
  return useMutation({
    networkMode: "always",
    mutationFn: (asked) => {
      const wish = JSON.stringify(asked);
      if (sent.current.wish !== wish || !sent.current.key) sent.current = { wish, key: newKey() };
      return sendOnce<DeskBooking>("post", "/staff/bookings/", asked, sent.current.key);
    },
    onSuccess: () => {
      sent.current.key = "";
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["desk"] });
      void queries.invalidateQueries({ queryKey: ["availability"] });
    },
  });
}
