import { LayoutGrid, Rows3, SlidersHorizontal } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { cn } from "@/lib/cn";
import { useTyped } from "@/lib/typed";
import { countFilters, type Filters, type Look } from "../filters";
import { texts } from "../texts";
import { SearchField } from "./SearchField";

interface Props {
  filters: Filters;
  onChange: (changed: Partial<Filters>) => void;
  onOpenFilters: () => void;
}

/** Search, the way to the filters on phones, and how the activities are shown. */
export function Toolbar({ filters, onChange, onOpenFilters }: Props) {
  const narrowed = countFilters(filters);
  const [words, setWords] = useTyped(filters.q, (q) => { onChange({ q }); });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField value={words} onChange={setWords} className="min-w-[min(15rem,100%)] flex-1" />
      <Button look="quiet" className="min-h-13 lg:hidden" onClick={onOpenFilters}>
        <SlidersHorizontal aria-hidden="true" className="size-5" />
        {texts.activities.filters}
        {narrowed > 0 ? (
          <span className="grid size-6 place-items-center rounded-full bg-lagoon text-sm text-on-lagoon">{narrowed}</span>
        ) : null}
      </Button>
      <div role="group" aria-label={texts.activities.look} className="flex rounded-full border border-line bg-shell p-1">
        <LookButton look="grid" now={filters.look} onChange={onChange} />
        <LookButton look="list" now={filters.look} onChange={onChange} />
      </div>
    </div>
  );
}

const ICONS = { grid: LayoutGrid, list: Rows3 };

function LookButton({ look, now, onChange }: { look: Look; now: Look; onChange: Props["onChange"] }) {
  const Icon = ICONS[look];
  return (
    <button
      type="button"
      aria-label={texts.activities[look]}
      aria-pressed={look === now}
      className={cn("grid size-11 place-items-center rounded-full", look === now ? "bg-lagoon-tint text-lagoon-deep" : "text-ink-soft")}
      onClick={() => {
        onChange({ look });
      }}
    >
      <Icon aria-hidden="true" className="size-5" />
    </button>
  );
}
