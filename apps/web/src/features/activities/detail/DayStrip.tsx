import { useEffect, useRef } from "react";
import { cn } from "@/lib/cn";
import { dayInWords } from "@/lib/days";
import { zoned } from "@/lib/format";
import { texts } from "../texts";
import type { DayState } from "./times";

interface Props {
  days: string[];
  chosen: string;
  stateOf: (day: string) => DayState;
  onChoose: (day: string) => void;
}

const DOTS: Record<DayState, string> = { free: "bg-palm", full: "bg-coral", none: "bg-transparent" };

/** Days side by side, to push along and tap. */
export function DayStrip({ days, chosen, stateOf, onChoose }: Props) {
  const row = useRef<HTMLUListElement>(null);
  const { locale } = zoned();
  useEffect(() => {
    const day = row.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (row.current && day) row.current.scrollLeft = day.offsetLeft - row.current.clientWidth / 2 + day.clientWidth / 2;
  }, [chosen]);
  return (
    <ul ref={row} className="relative -mx-1 flex gap-2 overflow-x-auto px-1 py-1">
      {days.map((day) => {
        const state = stateOf(day);
        const isChosen = day === chosen;
        const words = dayInWords(day, { weekday: "long", month: "long", day: "numeric" }, locale);
        return (
          <li key={day}>
            <button
              type="button"
              aria-pressed={isChosen}
              aria-label={`${dayInWords(day, { weekday: "short" }, locale)} ${Number(day.slice(8))}, ${words}: ${texts.detail.dayStates[state]}`}
              className={cn(
                "flex h-20 w-15 flex-col items-center justify-center gap-0.5 rounded-2xl border",
                isChosen ? "border-lagoon bg-lagoon text-on-lagoon" : "border-line bg-shell",
                !isChosen && state === "none" && "border-transparent bg-transparent text-ink-soft",
              )}
              onClick={() => {
                onChoose(day);
              }}
            >
              <span className="text-xs font-semibold">{dayInWords(day, { weekday: "short" }, locale)}</span>{" "}
              <span className="font-display text-xl leading-tight font-semibold">{Number(day.slice(8))}</span>
              <span aria-hidden="true" className={cn("size-1.5 rounded-full", isChosen && state !== "none" ? "bg-current" : DOTS[state])} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
