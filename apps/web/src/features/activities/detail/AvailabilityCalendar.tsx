import { lazy, Suspense } from "react";
import type { Slot } from "@/api/shapes";
import { Skeleton } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { cn } from "@/lib/cn";
import { daysFrom, today } from "@/lib/days";
import { texts } from "../texts";
import { DayStrip } from "./DayStrip";
import { Taken } from "./Taken";
import { TimeList } from "./TimeList";
import { firstFreeDay, slotsByDay, stateOf } from "./times";
import { STRIP_DAYS, type Calendar, type View } from "./useCalendar";

const MonthView = lazy(async () => ({ default: (await import("./MonthView")).MonthView }));

interface Props {
  calendar: Calendar;
  day: string | null;
  /** What to take instead of a chosen time that is gone is said elsewhere already. */
  isTold: boolean;
  onDay: (day: string) => void;
  onSlot: (slot: Pick<Slot, "id" | "start_time">) => void;
}

/** The days and times of an activity with the places left, and why some cannot be had. */
export function AvailabilityCalendar({ calendar, day, isTold, onDay, onSlot }: Props) {
  const { slots, error, view, month, chosen } = calendar;
  if (error && !slots) return <Problem problem={error} onRetry={calendar.retry} />;
  if (!slots) return <CalendarSkeleton />;
  const now = today();
  const days = slotsByDay(slots);
  const shownDay = day ?? firstFreeDay(slots) ?? now;
  const states = (one: string) => stateOf(days.get(one));
  return (
    <div aria-busy={calendar.isOld}>
      <ViewSwitch
        view={view}
        onChange={(next) => {
          calendar.show(next, shownDay);
        }}
      />
      {view === "week" ? (
        <DayStrip days={daysFrom(now, STRIP_DAYS)} chosen={shownDay} stateOf={states} onChoose={onDay} />
      ) : (
        <Suspense fallback={<Skeleton className="h-80" />}>
          <MonthView month={month} today={now} chosen={shownDay} stateOf={states} onChoose={onDay} onMonth={calendar.setMonth} />
        </Suspense>
      )}
      <h3 className="mt-5 mb-2 text-lg">{texts.detail.chooseTime}</h3>
      {chosen && !chosen.is_available && !isTold ? <Taken slots={slots} taken={chosen} onChoose={onSlot} /> : null}
      <TimeList slots={days.get(shownDay) ?? []} chosenId={chosen?.id ?? null} onChoose={onSlot} isEmpty={slots.length === 0} />
    </div>
  );
}

function ViewSwitch({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  return (
    <div className="mb-2 flex items-center justify-between gap-3">
      <h3 className="text-lg">{texts.detail.chooseDay}</h3>
      <div role="group" aria-label={texts.detail.chooseDay} className="flex rounded-full border border-line bg-sand p-0.5">
        {(["week", "month"] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === view}
            className={cn(
              "min-h-11 rounded-full px-4 text-sm font-semibold",
              one === view ? "bg-shell text-lagoon-deep shadow-sm" : "text-ink-soft",
            )}
            onClick={() => {
              onChange(one);
            }}
          >
            {texts.detail[one]}
          </button>
        ))}
      </div>
    </div>
  );
}

function CalendarSkeleton() {
  return (
    <div aria-hidden="true" className="grid gap-4">
      <Skeleton className="h-12" />
      <Skeleton className="h-20" />
      <Skeleton className="mt-6 h-32" />
    </div>
  );
}
