import { useState } from "react";
import type { Schedule } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Modal } from "@/components/ui/Modal";
import { Refusal } from "../parts/Refusal";
import { dayWords, timeWords } from "./in-words";
import { WEEKDAYS, weekdaysOf } from "./rhythm";
import { useEndSchedule, type Outcome } from "./schedules-call";
import { texts } from "./texts";

interface Props {
  schedule: Schedule;
  onChange: () => void;
  onEnded: (outcome: Outcome) => void;
}

const { repeats } = texts;

function daysOf(rrule: string): string {
  const days = weekdaysOf(rrule);
  if (days.length === 0) return rrule;
  return days.length === WEEKDAYS.length ? repeats.everyDay : days.map((day) => repeats.weekdays[day]).join(", ");
}

/** One schedule in words; changed or ended from here. */
export function ScheduleCard({ schedule, onChange, onEnded }: Props) {
  const [isEnding, setEnding] = useState(false);
  const { from, until, times, capacity, except, filled_until: filled } = schedule;
  const notes = [
    until ? repeats.span(dayWords(from), dayWords(until)) : repeats.since(dayWords(from)),
    capacity === null ? repeats.usualSeats : texts.seats(capacity),
    except.length > 0 ? repeats.without(except.map(dayWords).join(" · ")) : "",
    filled && !until ? repeats.filled(dayWords(filled)) : "",
  ];
  return (
    <article className="flex flex-wrap items-start justify-between gap-4 rounded-card border border-line bg-shell p-5">
      <div className="min-w-0">
        <h3 className="text-xl">{daysOf(schedule.rrule)}</h3>
        <p className="mt-1 font-semibold tabular-nums">{times.map(timeWords).join(" · ")}</p>
        <p className="mt-1 text-ink-soft">{notes.filter(Boolean).join(" · ")}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="quiet" size="small" onClick={onChange}>
          {repeats.change}
        </Button>
        <Button look="danger" size="small" onClick={() => { setEnding(true); }}>
          {repeats.end}
        </Button>
      </div>
      <Modal isOpen={isEnding} onClose={() => { setEnding(false); }} title={repeats.end} lead={repeats.endLead}>
        <End id={schedule.id} onEnded={(outcome) => { setEnding(false); onEnded(outcome); }} />
      </Modal>
    </article>
  );
}

function End({ id, onEnded }: { id: string; onEnded: Props["onEnded"] }) {
  const end = useEndSchedule();
  return (
    <div className="grid gap-4">
      <Refusal problem={end.error} />
      <Button look="danger" isBusy={end.isPending} onClick={() => { end.mutate(id, { onSuccess: onEnded }); }}>
        {repeats.end}
      </Button>
    </div>
  );
}
