import { useMemo } from "react";
import type { DeskSlot } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { useWide } from "@/lib/wide";
import { rowsOf, sumOf, type BoardActivity } from "./board";
import { DayBoard } from "./DayBoard";
import { DayList } from "./DayList";
import { texts } from "./texts";
import type { useBoardView } from "./useBoardView";
import { WeekBoard } from "./WeekBoard";
import { WeekList } from "./WeekList";

type View = ReturnType<typeof useBoardView>[0];
interface Props {
  view: View;
  days: { day: string; slots: DeskSlot[] | undefined }[];
  activities: BoardActivity[];
  onChange: (changed: Partial<View>) => void;
  onOpen: (id: string) => void;
  onMake: () => void;
}

/** The departures of a day or a week, in the form for which there is room. */
export function Board({ view, days, activities, onChange, onOpen, onMake }: Props) {
  const isWide = useWide();
  const { kind, activity, span } = view;
  const known = days.map(({ day, slots = [] }) => ({ day, slots }));
  const all = known.flatMap(({ slots }) => slots);
  // One day's departures stay the same list while nothing changes, so that its board is not drawn anew.
  const [first] = days;
  const slots = span === "day" ? first?.slots : undefined;
  const rows = useMemo(() => rowsOf(slots ?? [], activities, { kind, activity }), [slots, activities, kind, activity]);
  const shown = span === "day" ? rows : rowsOf(all, activities, view);
  if (shown.length === 0) return <Nothing isNarrowed={Boolean(kind || activity)} onChange={onChange} onMake={onMake} />;
  const { departures, sold, capacity } = sumOf(shown.flatMap((row) => row.slots));
  const toDay = (day: string, of = activity) => {
    onChange({ span: "day", day, activity: of });
  };
  return (
    <>
      <p role="status" className="mb-3 text-ink-soft">
        {texts.board.count(departures, sold, capacity)}
      </p>
      {span === "week" ? (
        isWide ? (
          <WeekBoard days={known} activities={activities} narrowed={view} onOpen={onOpen} onDay={toDay} />
        ) : (
          <WeekList days={known} activities={activities} narrowed={view} onDay={toDay} />
        )
      ) : isWide ? (
        <DayBoard rows={rows} onOpen={onOpen} />
      ) : (
        <DayList rows={rows} onOpen={onOpen} />
      )}
    </>
  );
}

function Nothing({ isNarrowed, onChange, onMake }: { isNarrowed: boolean; onChange: Props["onChange"]; onMake: () => void }) {
  return (
    <div role="status" className="rounded-card border border-dashed border-line px-5 py-12 text-center">
      <p className="font-display text-2xl">{texts.board.noneTitle}</p>
      <p className="mt-2 text-ink-soft">{isNarrowed ? texts.board.noneFiltered : texts.board.none}</p>
      {isNarrowed ? (
        <Button look="quiet" className="mt-5" onClick={() => { onChange({ kind: "", activity: "" }); }}>
          {texts.board.clear}
        </Button>
      ) : (
        <Button className="mt-5" onClick={onMake}>
          {texts.make}
        </Button>
      )}
    </div>
  );
}
