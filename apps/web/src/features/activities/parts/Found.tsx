import type { Category } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Problem } from "@/components/ui/Problem";
import { useActivities } from "../calls/activities";
import { useCloseMatches } from "../calls/search";
import { NO_FILTERS, type Filters } from "../filters";
import { labelsOf } from "../labels";
import { texts } from "../texts";
import { ActivityGrid, GridSkeleton } from "./ActivityGrid";

interface Props {
  filters: Filters;
  kinds: Category[];
  onChange: (changed: Partial<Filters>) => void;
}

const SEEN_AT_ONCE = 2;

/** The activities that fit, and what can be done where none does. */
export function Found({ filters, kinds, onChange }: Props) {
  const { data, error, refetch, isPlaceholderData, hasNextPage, fetchNextPage, isFetchingNextPage } = useActivities(filters);
  const labels = labelsOf(kinds);
  if (error && !data) return <Problem problem={error} onRetry={() => void refetch()} />;
  if (!data) return <GridSkeleton look={filters.look} />;
  const activities = data.pages.flatMap((page) => page.items);
  if (activities.length === 0 && !isPlaceholderData) return <Nothing filters={filters} labels={labels} onChange={onChange} />;
  return (
    <div aria-busy={isPlaceholderData} className={isPlaceholderData ? "opacity-60" : undefined}>
      <p role="status" className="mb-4 text-ink-soft">
        {texts.activities.count(activities.length, !hasNextPage)}
      </p>
      <ActivityGrid activities={activities} look={filters.look} people={filters.participants} labels={labels} first={SEEN_AT_ONCE} />
      {hasNextPage ? (
        <div className="mt-8 text-center">
          <Button look="quiet" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {texts.activities.more}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Nothing({ filters, labels, onChange }: Omit<Props, "kinds"> & { labels: Record<string, string> }) {
  const words = filters.q.trim();
  const { data: near } = useCloseMatches(words, true);
  if (near && near.length > 0)
    return (
      <>
        <p role="status" className="mb-4 font-display text-xl">
          {texts.activities.close(words)}
        </p>
        <ActivityGrid activities={near} look={filters.look} people={filters.participants} labels={labels} />
      </>
    );
  return (
    <div role="status" className="rounded-card border border-dashed border-line px-5 py-12 text-center">
      <p className="font-display text-2xl">{texts.activities.none}</p>
      <p className="mt-2 text-ink-soft">{texts.activities.noneHint}</p>
      <Button
        look="quiet"
        className="mt-5"
        onClick={() => {
          onChange({ ...NO_FILTERS, look: filters.look });
        }}
      >
        {texts.activities.clear}
      </Button>
    </div>
  );
}
