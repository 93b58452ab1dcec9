import { useState } from "react";
import type { Slot } from "@/api/shapes";
import { useAvailability } from "@/lib/availability-call";
import { addDays, monthOf, today } from "@/lib/days";
import type { Choice } from "./useChoice";

export const STRIP_DAYS = 14;

export type View = "week" | "month";

export interface Calendar {
  view: View;
  /** The first day of the month that is shown, in the month's view. */
  month: string;
  slots: Slot[] | undefined;
  error: Error | null;
  isOld: boolean;
  /** The chosen time, whether it can still be had or not. */
  chosen: Slot | undefined;
  show: (view: View, day: string) => void;
  setMonth: (first: string) => void;
  retry: () => void;
}

/** The days that are looked at, and their times. */
export function useCalendar(key: string, { day, slotId, quote }: Choice): Calendar {
  const now = today();
  const lastOfStrip = addDays(now, STRIP_DAYS - 1);
  const [view, setView] = useState<View>(day !== null && day > lastOfStrip ? "month" : "week");
  const [month, setMonth] = useState(() => monthOf(day ?? now).first);
  const range =
    view === "week" ? { from: now, to: lastOfStrip } : { from: month < now ? now : month, to: monthOf(month).last };
  const participants = quote.seated;
  const { data: slots, error, refetch, isPlaceholderData } = useAvailability(key, { ...range, participants });
  // Whoever leafs on to another month keeps what is chosen.
  const isElsewhere = slotId !== null && day !== null && (day < range.from || day > range.to);
  const asked = { from: day ?? now, to: day ?? now, participants };
  const { data: elsewhere } = useAvailability(key, asked, isElsewhere);
  const chosen = (isElsewhere ? elsewhere : slots)?.find((slot) => slot.id === slotId);
  return {
    view,
    month,
    slots,
    error,
    isOld: isPlaceholderData,
    chosen,
    show: (next, shownDay) => {
      setView(next);
      setMonth(monthOf(shownDay).first);
    },
    setMonth,
    retry: () => void refetch(),
  };
}
