import { useQuery } from "@tanstack/react-query";
import { ClipboardList } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import type { DeskSlot } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/Loading";
import { Modal } from "@/components/ui/Modal";
import { Problem } from "@/components/ui/Problem";
import { serverNow } from "@/lib/clock";
import type { Tagged } from "@/lib/http";
import { clockTime, longDay } from "@/lib/format";
import { SeatsBar } from "./SeatsBar";
import type { BoardActivity } from "./board";
import { CapacityPanel } from "./CapacityPanel";
import { ClosePanel } from "./ClosePanel";
import { DelayPanel } from "./DelayPanel";
import { ReopenButton } from "./ReopenButton";
import { slotCall } from "./slot-call";
import { texts } from "./texts";

interface Props {
  /** The departure it is about; null: none. */
  id: string | null;
  activities: BoardActivity[];
  onClose: () => void;
}

/** One departure: how full it is, and what the desk can do about it. */
export function DepartureDialog({ id, activities, onClose }: Props) {
  const found = useQuery({ ...slotCall(id ?? ""), enabled: id !== null });
  const slot = found.data?.value;
  const name = activities.find((one) => one.id === slot?.activity_id)?.name ?? texts.title;
  const when = slot ? `${longDay(slot.start_time)}, ${clockTime(slot.start_time)} – ${clockTime(slot.end_time)}` : "";
  return (
    <Modal isOpen={id !== null} onClose={onClose} title={name} lead={when}>
      {found.data ? (
        <Departure key={found.data.value.id} seen={found.data} onClose={onClose} />
      ) : found.isError ? (
        <Problem problem={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton className="h-40" />
      )}
    </Modal>
  );
}

type Panel = "capacity" | "delay" | "closing";
const PANELS = { capacity: CapacityPanel, delay: DelayPanel, closing: ClosePanel };

export interface PanelProps {
  seen: Tagged<DeskSlot>;
  /** Back to what can be done. */
  onBack: () => void;
  onDone: () => void;
}

function Departure({ seen, onClose }: { seen: Tagged<DeskSlot>; onClose: () => void }) {
  const [panel, setPanel] = useState<Panel | null>(null);
  const { value: slot } = seen;
  const Shown = panel ? PANELS[panel] : null;
  return (
    <div className="grid gap-4">
      <Seats slot={slot} />
      {Shown ? (
        <Shown seen={seen} onBack={() => { setPanel(null); }} onDone={onClose} />
      ) : (
        <Doings seen={seen} onPanel={setPanel} />
      )}
    </div>
  );
}

function Seats({ slot }: { slot: DeskSlot }) {
  return (
    <div className="grid gap-1.5">
      <p className="font-semibold">
        {texts.board.soldInWords(slot.booked_count, slot.capacity)}
        {slot.reason && slot.reason !== "closed" ? ` · ${texts.board.reasons[slot.reason]}` : ""}
      </p>
      <SeatsBar sold={slot.booked_count} capacity={slot.capacity} />
      {slot.planned_start_time ? <p className="text-ink-soft">{texts.departure.delayed(clockTime(slot.planned_start_time))}</p> : null}
      {slot.reason === "closed" ? <p className="text-coral-deep">{texts.departure.closedWhy(slot.closed_reason)}</p> : null}
    </div>
  );
}

function Doings({ seen, onPanel }: { seen: Tagged<DeskSlot>; onPanel: (panel: Panel) => void }) {
  const { value: slot } = seen;
  const isOver = Date.parse(slot.end_time) <= serverNow();
  return (
    <>
      <Button look="quiet" asChild>
        <Link to={`/desk/departures/${slot.id}`}>
          <ClipboardList aria-hidden="true" className="size-4" />
          {texts.departure.manifest}
        </Link>
      </Button>
      {isOver ? (
        <p className="text-ink-soft">{texts.departure.over}</p>
      ) : (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-2">
          <Button look="quiet" onClick={() => { onPanel("capacity"); }}>
            {texts.departure.capacity}
          </Button>
          {slot.reason === "closed" ? (
            <ReopenButton key={seen.tag} seen={seen} />
          ) : (
            <>
              <Button look="quiet" onClick={() => { onPanel("delay"); }}>
                {texts.departure.delay}
              </Button>
              <Button look="danger" onClick={() => { onPanel("closing"); }}>
                {texts.departure.closing}
              </Button>
            </>
          )}
        </div>
      )}
    </>
  );
}
