import { Badge } from "@/components/ui/Badge";
import { clockTime } from "@/lib/format";
import type { DeskSlot } from "./shapes";
import { texts } from "./texts";

/** What is special about a departure: called off, late, full. */
export function SlotBadges({ slot }: { slot: DeskSlot }) {
  const isClosed = slot.reason === "closed";
  return (
    <>
      {isClosed ? <Badge look="warm">{slot.closed_reason ? `${texts.closed}: ${slot.closed_reason}` : texts.closed}</Badge> : null}
      {slot.planned_start_time ? <Badge look="warm">{texts.delayed(clockTime(slot.planned_start_time))}</Badge> : null}
      {slot.reason === "resource" ? <Badge look="grey">{texts.noResource}</Badge> : null}
      {!isClosed && slot.seats_left === 0 ? <Badge look="calm">{texts.soldOut}</Badge> : null}
    </>
  );
}
