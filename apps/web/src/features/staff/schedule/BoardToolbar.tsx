import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { Input, Select } from "@/components/ui/Field";
import { cn } from "@/lib/cn";
import { addDays, isDay, today } from "@/lib/days";
import { useKinds } from "../parts/kinds-call";
import type { BoardActivity } from "./board";
import { texts } from "./texts";
import type { Span, useBoardView } from "./useBoardView";

type View = ReturnType<typeof useBoardView>[0];
interface Props {
  view: View;
  activities: BoardActivity[];
  onChange: (changed: Partial<View>) => void;
}

const STEP: Record<Span, number> = { day: 1, week: 7 };
const SPANS: Span[] = ["day", "week"];
const { board } = texts;

/** Which day or week, and of which activities. */
export function BoardToolbar({ view, activities, onChange }: Props) {
  const kinds = useKinds().data ?? [];
  const turn = (times: number) => () => {
    onChange({ day: addDays(view.day, times * STEP[view.span]) });
  };
  return (
    <div role="search" aria-label={texts.title} className="mb-4 flex flex-wrap items-center gap-2">
      <div role="group" aria-label={board.look} className="flex rounded-full border border-line bg-shell p-1">
        {SPANS.map((span) => (
          <button
            key={span}
            type="button"
            aria-pressed={span === view.span}
            className={cn("min-h-11 rounded-full px-5 font-semibold", span === view.span ? "bg-lagoon-tint text-lagoon-deep" : "text-ink-soft")}
            onClick={() => {
              onChange({ span });
            }}
          >
            {board[span]}
          </button>
        ))}
      </div>
      <div className="flex max-w-full items-center gap-1">
        <Button look="quiet" className="px-3" aria-label={board.earlier[view.span]} onClick={turn(-1)}>
          <ChevronLeft aria-hidden="true" className="size-5" />
        </Button>
        <Input
          type="date"
          aria-label={board.date}
          className="w-40"
          value={view.day}
          onChange={({ target }) => {
            if (isDay(target.value)) onChange({ day: target.value });
          }}
        />
        <Button look="quiet" className="px-3" aria-label={board.later[view.span]} onClick={turn(1)}>
          <ChevronRight aria-hidden="true" className="size-5" />
        </Button>
      </div>
      <Button
        look="plain"
        disabled={view.day === today()}
        className="disabled:opacity-50"
        onClick={() => {
          onChange({ day: today() });
        }}
      >
        {board.today}
      </Button>
      <div className="grid w-full grid-cols-2 gap-2 sm:ml-auto sm:flex sm:w-auto">
        <Select
          aria-label={board.kind}
          className="sm:w-48"
          value={view.kind}
          onChange={({ target }) => {
            onChange({ kind: target.value, activity: "" });
          }}
        >
          <option value="">{board.allKinds}</option>
          {kinds.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Select>
        <Select
          aria-label={board.activity}
          className="sm:w-56"
          value={view.activity}
          onChange={({ target }) => {
            onChange({ activity: target.value });
          }}
        >
          <option value="">{board.allActivities}</option>
          {activities
            .filter((one) => !view.kind || one.category === view.kind)
            .map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
        </Select>
      </div>
    </div>
  );
}
