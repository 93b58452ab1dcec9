import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Slot, WholeBooking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { useAvailability } from "@/lib/availability-call";
import { addDays, today } from "@/lib/days";
import { dayOf } from "@/lib/format";
import { briefDay } from "../parts/day";
import { texts } from "./texts";
import { TimeButtons, type Time } from "./TimeButtons";

const DAYS_SHOWN = 7;

interface Props {
  booking: WholeBooking;
  chosenId: string | null;
  onChoose: (time: Time) => void;
}

/** Times with room for the party, a week at a time; past the cut-off too, since the desk may. */
export function FreeTimes({ booking, chosenId, onChoose }: Props) {
  const { activity, participants, time_slot: own } = booking;
  const [from, setFrom] = useState(() => latest(today(), addDays(dayOf(own.start_time), -1)));
  const free = useAvailability(activity.id, { from, to: addDays(from, DAYS_SHOWN - 1), participants });
  const days = freeByDay(free.data ?? [], own.id);
  const turn = (count: number) => () => {
    setFrom(latest(today(), addDays(from, count)));
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between">
        <Button look="plain" size="small" className="-ml-3" disabled={from <= today()} onClick={turn(-DAYS_SHOWN)}>
          <ChevronLeft aria-hidden="true" className="size-4" />
          {texts.move.earlier}
        </Button>
        <Button look="plain" size="small" className="-mr-3" onClick={turn(DAYS_SHOWN)}>
          {texts.move.later}
          <ChevronRight aria-hidden="true" className="size-4" />
        </Button>
      </div>
      {free.isPending ? <Skeleton className="h-40" /> : null}
      {free.isError ? <Problem problem={free.error} onRetry={() => void free.refetch()} /> : null}
      {free.data && days.length === 0 ? <p role="status">{texts.move.none}</p> : null}
      <ul aria-busy={free.isPlaceholderData} className="grid max-h-64 gap-3 overflow-y-auto p-1 aria-busy:opacity-60">
        {days.map(({ day, slots }) => (
          <li key={day}>
            <h3 className="font-sans text-sm text-ink-soft">{briefDay(day)}</h3>
            <TimeButtons times={slots} chosenId={chosenId} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}

function freeByDay(slots: Slot[], ownId: string): { day: string; slots: Slot[] }[] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const canBeHad = slot.is_available || slot.reason === "cutoff";
    if (!canBeHad || slot.id === ownId) continue;
    const day = dayOf(slot.start_time);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days].map(([day, free]) => ({ day, slots: free }));
}
