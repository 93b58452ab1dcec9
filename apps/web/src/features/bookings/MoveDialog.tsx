import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Booking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/Loading";
import { Modal } from "@/components/ui/Modal";
import { Problem } from "@/components/ui/Problem";
import { useAvailability } from "@/lib/availability-call";
import { addDays, today } from "@/lib/days";
import { alternativesOf } from "@/lib/errors";
import { clockTime, dayAndTime, shortDay } from "@/lib/format";
import { toast } from "@/lib/toast";
import { useMove } from "./move-call";
import { Refused } from "./Refused";
import { freeByDay } from "./slots";
import { texts } from "./texts";
import { TimeChoice, type Time } from "./TimeChoice";

const DAYS_SHOWN = 7;

interface Props {
  booking: Booking;
  isOpen: boolean;
  onClose: () => void;
}

/** Another time for the same people; the old one is let go only when the new one is had. */
export function MoveDialog({ booking, isOpen, onClose }: Props) {
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={texts.move.title} lead={texts.move.lead(booking.activity.name)}>
      <Choose booking={booking} onDone={onClose} />
    </Modal>
  );
}

function Choose({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const [chosen, setChosen] = useState<Time | null>(null);
  const move = useMove(booking);
  const taken = move.error ? alternativesOf(move.error) : [];
  const submit = () => {
    if (!chosen || move.isPending) return;
    move.mutate(chosen.id, {
      onSuccess: ({ time_slot: slot }) => {
        toast.success(texts.move.moved(dayAndTime(slot.start_time)));
        onDone();
      },
      onError: () => {
        setChosen(null);
      },
    });
  };
  return (
    <div className="grid gap-4">
      <Refused problem={move.error} />
      {taken.length > 0 ? (
        <div>
          <h3 className="font-sans text-sm text-ink-soft">{texts.move.taken}</h3>
          <TimeChoice times={taken} chosen={chosen} onChoose={setChosen} withDay />
        </div>
      ) : null}
      <FreeTimes booking={booking} chosen={chosen} onChoose={setChosen} />
      <div className="sticky bottom-0 -mx-1 bg-shell px-1 pt-2">
        <Button size="wide" disabled={!chosen} isBusy={move.isPending} onClick={submit}>
          {chosen ? texts.move.yes(`${shortDay(chosen.start_time)}, ${clockTime(chosen.start_time)}`) : texts.move.choose}
        </Button>
      </div>
    </div>
  );
}

interface FreeProps {
  booking: Booking;
  chosen: Time | null;
  onChoose: (time: Time) => void;
}

function FreeTimes({ booking, chosen, onChoose }: FreeProps) {
  const [from, setFrom] = useState(today);
  const isFirst = from <= today();
  const { activity, participants, time_slot: own } = booking;
  const free = useAvailability(activity.id, { from, to: addDays(from, DAYS_SHOWN - 1), participants });
  const days = freeByDay(free.data ?? [], own.id);
  const turn = (count: number) => () => {
    setFrom(addDays(from, count));
  };
  return (
    <div className="grid gap-3">
      <div className="flex items-center justify-between">
        <Button look="plain" size="small" className="-ml-3" disabled={isFirst} onClick={turn(-DAYS_SHOWN)}>
          <ChevronLeft aria-hidden="true" className="size-4" />
          {texts.move.earlier}
        </Button>
        <Button look="plain" size="small" className="-mr-3" onClick={turn(DAYS_SHOWN)}>
          {texts.move.later}
          <ChevronRight aria-hidden="true" className="size-4" />
        </Button>
      </div>
      {free.isPending ? <Skeleton className="h-48" /> : null}
      {free.isError ? <Problem problem={free.error} onRetry={() => void free.refetch()} /> : null}
      {free.data && days.length === 0 ? <p role="status">{texts.move.none}</p> : null}
      <ul aria-busy={free.isPlaceholderData} className="grid max-h-72 gap-3 overflow-y-auto aria-busy:opacity-60">
        {days.map(({ day, slots }) => (
          <li key={day}>
            <h3 className="font-sans text-sm text-ink-soft">{shortDay(slots[0]?.start_time ?? day)}</h3>
            <TimeChoice times={slots} chosen={chosen} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </div>
  );
}
