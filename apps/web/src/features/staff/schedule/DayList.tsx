import { useMemo } from "react";
import type { DeskSlot } from "@/api/shapes";
import { cn } from "@/lib/cn";
import { clockReader, grouped, type Row } from "./board";
import { SeatsBar } from "./SeatsBar";
import { texts } from "./texts";

interface Props {
  rows: Row[];
  onOpen: (id: string) => void;
}

interface Listed {
  slot: DeskSlot;
  name: string;
}

/** A day on a phone: what departs one after the other. */
export function DayList({ rows, onOpen }: Props) {
  const clock = useMemo(() => clockReader(), []);
  const byTime = useMemo(() => {
    const listed = rows.flatMap(({ activity, slots }) => slots.map((slot): Listed => ({ slot, name: activity.name })));
    listed.sort((one, other) => one.slot.start_time.localeCompare(other.slot.start_time));
    return [...grouped(listed, ({ slot }) => slot.start_time)];
  }, [rows]);
  return (
    <ol className="grid gap-4">
      {byTime.map(([start, listed]) => (
        <li key={start}>
          <h2 className="mb-1.5 font-sans text-base font-semibold tabular-nums">{clock.time(start)}</h2>
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-2">
            {listed.map(({ slot, name }) => (
              <li key={slot.id}>
                <Card slot={slot} name={name} time={clock.time(start)} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Card({ slot, name, time, onOpen }: Listed & { time: string; onOpen: Props["onOpen"] }) {
  const { board } = texts;
  const isClosed = slot.reason === "closed";
  const note = slot.reason ? `, ${board.reasons[slot.reason]}${slot.closed_reason ? `: ${slot.closed_reason}` : ""}` : "";
  return (
    <button
      type="button"
      className={cn(
        "relative grid min-h-14 w-full grid-cols-[minmax(0,1fr)] gap-1.5 rounded-2xl border px-4 py-3 text-left",
        isClosed ? "border-dashed border-coral text-coral-deep" : "border-line bg-shell hover:border-lagoon",
      )}
      onClick={() => {
        onOpen(slot.id);
      }}
    >
      <span className="sr-only">{`${time}, ${name}, ${board.soldInWords(slot.booked_count, slot.capacity)}${note}`}</span>
      <span aria-hidden="true" className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className={cn("font-semibold", isClosed && "line-through")}>{name}</span>
        <span className="text-sm whitespace-nowrap tabular-nums">
          {slot.reason ? board.reasons[slot.reason] : board.sold(slot.booked_count, slot.capacity)}
        </span>
      </span>
      {isClosed ? <span aria-hidden="true" className="text-sm">{slot.closed_reason}</span> : <SeatsBar sold={slot.booked_count} capacity={slot.capacity} />}
    </button>
  );
}
