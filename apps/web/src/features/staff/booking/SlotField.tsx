import { useId, useState } from "react";
import { Input } from "@/components/ui/Field";
import { cn } from "@/lib/cn";
import { addDays, today } from "@/lib/days";
import { clockTime, dayOf, shortDay } from "@/lib/format";
import type { Departure } from "../parts/shapes";
import { SlotBadges } from "../parts/SlotBadges";
import { plain } from "../arrivals/departures";
import { readDay } from "./day-meant";
import { findDepartures, isFull } from "./find";
import { texts } from "./texts";

interface Props {
  departures: Departure[];
  chosen: Departure | null;
  isLoading: boolean;
  error: string | undefined;
  onChoose: (departure: Departure | null) => void;
  /** The words name a day (or none): its departures are wanted. */
  onDay: (day: string | null) => void;
  /** The departure was taken by Enter: on to what comes next. */
  onEntered: () => void;
}

/** A departure found by words: arrow keys go through what fits, Enter or Tab takes it. */
export function SlotField({ departures, chosen, isLoading, error, onChoose, onDay, onEntered }: Props) {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const found = chosen ? [] : findDepartures(departures, words);
  const here = found[Math.min(at, found.length - 1)];
  const choose = (departure: Departure) => {
    onChoose(departure);
    setWords("");
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length));
    } else if (event.key === "Enter" && here) {
      event.preventDefault();
      choose(here);
      onEntered();
    } else if (event.key === "Tab" && !event.shiftKey && here && words) {
      event.preventDefault();
      choose(here);
      onEntered();
    }
  };
  const note = error ?? hint({ chosen, isLoading, isFruitless: words !== "" && found.length === 0 });
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold text-ink-soft">
        {texts.when}
      </label>
      <Input
        id={id}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={here ? `${id}-${here.slot.id}` : undefined}
        aria-describedby={`${id}-note`}
        aria-invalid={error ? true : undefined}
        autoComplete="off"
        value={chosen ? nameOf(chosen) : words}
        onChange={(event) => {
          // Typing over what was chosen looks for another.
          const typed = event.target.value;
          const next = chosen ? typed.replace(nameOf(chosen), "").trimStart() : typed;
          setWords(next);
          onDay(readDay(plain(next)).day);
          setAt(0);
          if (chosen) onChoose(null);
        }}
        onFocus={(event) => {
          event.target.select();
        }}
        onKeyDown={press}
      />
      <p id={`${id}-note`} role={error ? "alert" : "status"} className={cn("text-sm", error ? "font-semibold text-coral-deep" : "text-ink-soft")}>
        {note}
      </p>
      <ul id={`${id}-found`} role="listbox" aria-label={texts.found} className={cn("grid gap-1", found.length === 0 && "hidden")}>
        {found.map((one) => (
          <li
            key={one.slot.id}
            id={`${id}-${one.slot.id}`}
            role="option"
            aria-selected={one === here}
            className={cn("flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 rounded-xl px-3 py-1.5", one === here && "bg-lagoon-tint")}
            // A press would take the focus from the field first.
            onMouseDown={(event) => { event.preventDefault(); }}
            onClick={() => {
              choose(one);
              onEntered();
            }}
          >
            <Found departure={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function hint({ chosen, isLoading, isFruitless }: { chosen: Departure | null; isLoading: boolean; isFruitless: boolean }): string {
  if (chosen) return texts.left(chosen.slot.seats_left);
  if (isLoading) return texts.loading;
  return isFruitless ? texts.none : texts.whenHint;
}

function Found({ departure }: { departure: Departure }) {
  const { slot, activity } = departure;
  return (
    <>
      <span className="font-semibold tabular-nums">
        {dayInShort(slot.start_time)}
        {clockTime(slot.start_time)}
      </span>
      <span className="min-w-0 flex-1">{activity.name}</span>
      {isFull(departure) ? <SlotBadges slot={slot} /> : <span className="text-sm">{texts.left(slot.seats_left)}</span>}
    </>
  );
}

function dayInShort(start: string): string {
  const day = dayOf(start);
  if (day === today()) return "";
  return day === addDays(today(), 1) ? `${texts.tomorrow} ` : `${shortDay(start)}, `;
}

function nameOf({ slot, activity }: Departure): string {
  const day = dayOf(slot.start_time) === today() ? "" : `${shortDay(slot.start_time)}, `;
  return `${activity.name}, ${day}${clockTime(slot.start_time)}`;
}
