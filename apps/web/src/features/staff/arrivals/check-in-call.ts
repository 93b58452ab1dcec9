import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { asApiError, type ApiError } from "@/lib/errors";
import { inWords } from "@/lib/errors";
import { send } from "@/lib/http";
import { toast } from "@/lib/toast";
import { leadOf } from "../parts/lead";
import type { DeskBooking } from "../parts/shapes";
import { texts as shared } from "../parts/texts";
import { offerUndo } from "../parts/undo";
import { texts } from "./texts";

interface Arrival {
  /** A reference, or what a QR code says. */
  code: string;
  /** How many came; all of them where it is left out. */
  arrived?: number;
}

/** Take down that a party has come, and offer for ten seconds to take that back. */
export function useCheckIn(): UseMutationResult<DeskBooking, ApiError, Arrival> {
  const queries = useQueryClient();
  const look = () => queries.invalidateQueries({ queryKey: ["desk"] });
  const takeBack = (booking: DeskBooking) => {
    send("delete", `/staff/bookings/${booking.id}/check-in/`)
      .then(
        () => {
          toast.info(shared.undone);
        },
        (problem: unknown) => {
          toast.error(inWords(asApiError(problem)));
        },
      )
      .finally(() => void look());
  };
  return useMutation({
    // Without a connection it is refused at once, and not done later when nobody looks.
    networkMode: "always",
    mutationFn: (arrival) => send<DeskBooking>("post", "/staff/bookings/check-in/", arrival),
    onSuccess: (booking) => {
      offerUndo(texts.checkIn.done(leadOf(booking), booking.arrived ?? booking.participants), () => {
        takeBack(booking);
      });
    },
    onSettled: look,
  });
}
