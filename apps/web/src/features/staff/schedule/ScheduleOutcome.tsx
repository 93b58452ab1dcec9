import { shortDay } from "@/lib/format";
import { clockReader } from "./board";
import { localWords } from "./in-words";
import type { Outcome } from "./schedules-call";
import { texts } from "./texts";

const SHOWN = 20;
const { repeats } = texts;

/** What became of a schedule's departures: made, taken away, kept because seats are sold, left out. */
export function ScheduleOutcome({ outcome }: { outcome: Outcome }) {
  const { created, removed, kept, skipped } = outcome;
  const clock = clockReader();
  const named = skipped.filter(({ reason }) => reason === "no_such_hour" || reason === "closed");
  const counted = (["past", "exists"] as const)
    .map((reason) => ({ reason, n: skipped.filter((one) => one.reason === reason).length }))
    .filter(({ n }) => n > 0);
  return (
    <div role="status" className="grid gap-2 rounded-card border border-palm/50 bg-palm-tint p-5">
      <p className="font-semibold">{[repeats.made(created), repeats.removed(removed)].filter(Boolean).join(" ")}</p>
      {kept.length > 0 ? (
        <div>
          <p>{repeats.kept(kept.length)}</p>
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm tabular-nums">
            {kept.slice(0, SHOWN).map((slot) => (
              <li key={slot.id}>{`${shortDay(slot.start_time)}, ${clock.time(slot.start_time)} (${texts.board.sold(slot.booked_count, slot.capacity)})`}</li>
            ))}
            {kept.length > SHOWN ? <li>{texts.stretch.andMore(kept.length - SHOWN)}</li> : null}
          </ul>
        </div>
      ) : null}
      {skipped.length > 0 ? (
        <div>
          <p>{repeats.skipped}</p>
          <ul className="mt-1 grid gap-1 text-sm">
            {counted.map(({ reason, n }) => (
              <li key={reason}>{repeats.skippedMany[reason](n)}</li>
            ))}
            {named.slice(0, SHOWN).map(({ local, reason }) => (
              <li key={local}>{`${localWords(local)}: ${repeats.reasons[reason]}`}</li>
            ))}
            {named.length > SHOWN ? <li>{texts.stretch.andMore(named.length - SHOWN)}</li> : null}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
