import { memo } from "react";
import type { DeskSlot } from "@/api/shapes";
import { cn } from "@/lib/cn";
import { SeatsBar } from "./SeatsBar";
import { texts } from "./texts";

interface Props {
  slot: DeskSlot;
  time: string;
  /** The time as it is written where little room is; else in full. */
  brief?: string;
  name: string;
  onOpen: (id: string) => void;
}

/** One departure on a board: when, and how many seats are sold. */
export const DepartureChip = memo(function DepartureChip({ slot, time, brief = time, name, onOpen }: Props) {
  const { board } = texts;
  const isClosed = slot.reason === "closed";
  const note = slot.reason ? `, ${board.reasons[slot.reason]}${slot.closed_reason ? `: ${slot.closed_reason}` : ""}` : "";
  return (
    <button
      type="button"
      title={slot.closed_reason || undefined}
      className={cn(
        "relative grid min-h-11 w-full min-w-14 grid-cols-[minmax(0,1fr)] content-center gap-1 rounded-lg border px-1.5 py-1 text-left text-sm",
        isClosed ? "border-dashed border-coral bg-transparent text-coral-deep" : "border-line bg-shell hover:border-lagoon",
        slot.reason === "sold_out" && "border-palm bg-palm-tint",
      )}
      onClick={() => {
        onOpen(slot.id);
      }}
    >
      <span className="sr-only">{`${time}, ${name}, ${board.soldInWords(slot.booked_count, slot.capacity)}${note}`}</span>
      <span aria-hidden="true" className="flex flex-wrap items-baseline justify-between gap-x-1 whitespace-nowrap">
        <span className={cn("font-semibold tabular-nums", isClosed && "line-through")}>{brief}</span>
        <span className="text-xs tabular-nums">{isClosed ? board.reasons.closed : board.sold(slot.booked_count, slot.capacity)}</span>
      </span>
      {isClosed ? null : <SeatsBar sold={slot.booked_count} capacity={slot.capacity} />}
    </button>
  );
});
