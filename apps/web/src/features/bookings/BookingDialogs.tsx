import type { Booking } from "@/api/shapes";
import { CancelDialog } from "./CancelDialog";
import { DeskDialog } from "./DeskDialog";
import { MoveDialog } from "./MoveDialog";
import { PartyDialog } from "./PartyDialog";
import { WordsDialog } from "./WordsDialog";

export type Question = "move" | "party" | "cancel" | "desk" | "words";

export interface DialogProps {
  booking: Booking;
  /** Which one is open, if any. */
  open: Question | null;
  isHold: boolean;
  onClose: () => void;
}

/** All that a guest can be asked about a booking. */
export function BookingDialogs({ booking, open, isHold, onClose }: DialogProps) {
  return (
    <>
      <MoveDialog booking={booking} isOpen={open === "move"} onClose={onClose} />
      <PartyDialog booking={booking} isOpen={open === "party"} onClose={onClose} />
      <CancelDialog booking={booking} isHold={isHold} isOpen={open === "cancel"} onClose={onClose} />
      <DeskDialog booking={booking} isOpen={open === "desk"} onClose={onClose} />
      <WordsDialog booking={booking} isOpen={open === "words"} onClose={onClose} />
    </>
  );
}
