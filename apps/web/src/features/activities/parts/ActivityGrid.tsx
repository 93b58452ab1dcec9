import { useDeferredValue } from "react";
import { Skeleton } from "@/components/ui/Loading";
import { cn } from "@/lib/cn";
import { texts as shared } from "@/lib/texts";
import type { Look } from "../filters";
import { ActivityCard } from "./ActivityCard";
import type { Shown } from "./card-facts";

interface Props {
  activities: Shown[];
  look?: Look;
  people?: number;
  labels?: Record<string, string>;
  /** How many are seen at once, and so loaded before all else. */
  first?: number;
}

/** As many as a phone shows at once, and one more; the others are drawn when those are to be seen. */
const DRAWN_FIRST = 3;
const COLUMNS = "sm:grid-cols-2 xl:grid-cols-3";
/** About as high as a card, so that the way back leads to where it was. */
const HEIGHTS = { grid: "min-h-[27rem]", list: "min-h-56" };

/** Activities as tiles or as rows. */
export function ActivityGrid({ activities, look = "grid", people = 1, labels = {}, first = 0 }: Props) {
  const drawn = useDeferredValue(activities.length, DRAWN_FIRST);
  return (
    <ul className={cn("grid gap-4 lg:gap-6", look === "grid" && COLUMNS)}>
      {activities.map((activity, n) => (
        <li key={activity.id} className={cn("min-w-0", n >= drawn && HEIGHTS[look])}>
          {n < drawn ? (
            <ActivityCard
              activity={activity}
              look={look}
              people={people}
              category={labels[activity.category] ?? activity.category}
              isFirst={n < first}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Where the activities will stand. */
export function GridSkeleton({ look = "grid", count = 6 }: { look?: Look; count?: number }) {
  return (
    <div role="status" className={cn("grid gap-4 lg:gap-6", look === "grid" && COLUMNS)}>
      <span className="sr-only">{shared.loading}</span>
      {Array.from({ length: count }, (_, n) => (
        <Skeleton key={n} className={cn("rounded-card", look === "grid" ? "h-96" : "h-52")} />
      ))}
    </div>
  );
}
