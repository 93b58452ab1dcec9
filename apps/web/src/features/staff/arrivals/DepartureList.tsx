import { useId } from "react";
import { clockTime } from "@/lib/format";
import { byStart } from "./departures";
import { DepartureRow } from "./DepartureRow";
import type { Departure } from "../parts/shapes";

/** Departures under the times at which they leave. */
export function DepartureList({ departures }: { departures: Departure[] }) {
  return byStart(departures).map(({ start, departures: departing }) => (
    <AtOneTime key={start} start={start} departures={departing} />
  ));
}

function AtOneTime({ start, departures }: { start: string; departures: Departure[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-3 lg:grid-cols-[7.5rem_1fr]">
      <h2 id={id} className="text-2xl tabular-nums lg:pt-3">
        <time dateTime={start}>{clockTime(start)}</time>
      </h2>
      <ul className="grid overflow-hidden rounded-card border border-line bg-shell">
        {departures.map((departure) => (
          <DepartureRow key={departure.slot.id} departure={departure} />
        ))}
      </ul>
    </section>
  );
}
