import type { Schedule, ScheduleAsked } from "@/api/shapes";

type Weekday = NonNullable<ScheduleAsked["weekdays"]>[number];
export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** What the form of a schedule holds. */
export interface RhythmDraft {
  weekdays: readonly Weekday[];
  times: readonly string[];
  from: string;
  /** Empty: open-ended. */
  until: string;
  capacity: string;
  except: readonly string[];
}

/** The weekdays of a weekly rule; none where the rule says more than that. */
export function weekdaysOf(rrule: string): Weekday[] {
  const match = /^FREQ=WEEKLY;BYDAY=([A-Z]{2}(?:,[A-Z]{2})*)$/.exec(rrule);
  if (rrule === "FREQ=DAILY") return [...WEEKDAYS];
  const named = new Set(match?.[1]?.split(",") ?? []);
  return WEEKDAYS.filter((day) => named.has(day.slice(0, 2).toUpperCase()));
}

export function draftOf(schedule: Schedule): RhythmDraft {
  return {
    weekdays: weekdaysOf(schedule.rrule),
    times: schedule.times,
    from: schedule.from,
    until: schedule.until ?? "",
    capacity: schedule.capacity === null ? "" : String(schedule.capacity),
    except: schedule.except,
  };
}

/** What is asked for; of a schedule that is there already (`had`) only what changes about it. */
export function askedOf(draft: RhythmDraft, had: Schedule | null): ScheduleAsked {
  const whole: ScheduleAsked = {
    ...(draft.weekdays.length > 0 ? { weekdays: [...draft.weekdays] } : {}),
    times: [...draft.times],
    until: draft.until || null,
    capacity: draft.capacity ? Number(draft.capacity) : null,
    except: [...draft.except],
  };
  if (!had) return { ...whole, from: draft.from };
  const before = askedOf(draftOf(had), null);
  const changed = (["weekdays", "times", "until", "capacity", "except"] as const).filter(
    (name) => JSON.stringify(whole[name]) !== JSON.stringify(before[name]),
  );
  return Object.fromEntries(changed.map((name) => [name, whole[name]]));
}
