import type { ReactNode } from "react";
import { Link } from "react-router";
import { Skeleton } from "@/components/ui/Loading";
import { ActivityCard } from "../parts/ActivityCard";
import type { Shown } from "../parts/card-facts";
import { texts } from "../texts";

interface Props {
  id: string;
  title: string;
  activities: Shown[] | undefined;
  labels: Record<string, string>;
  /** A sentence about some of them, by their ids. */
  notes?: Record<string, string>;
  aside?: ((activity: Shown) => ReactNode) | undefined;
  more: string;
}

const ROW = "-mx-4 mt-4 flex snap-x scroll-px-4 gap-4 overflow-x-auto px-4 pb-3 lg:mx-0 lg:grid lg:grid-cols-4 lg:overflow-visible lg:px-0";
const CARD = "w-[78%] max-w-80 shrink-0 snap-start lg:w-auto lg:max-w-none";

/** A row of activities with a name; on phones it is pushed sideways. */
export function Shelf({ id, title, activities, labels, notes = {}, aside, more }: Props) {
  if (activities?.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <div className="flex items-baseline justify-between gap-4">
        <h2 id={id} className="text-2xl md:text-3xl">
          {title}
        </h2>
        <Link
          to={more}
          aria-label={`${texts.home.all}: ${title}`}
          className="inline-flex min-h-11 items-center font-semibold whitespace-nowrap text-lagoon-deep underline-offset-4 hover:underline"
        >
          {texts.home.all}
        </Link>
      </div>
      <ul className={ROW}>
        {activities?.map((activity) => (
          <li key={activity.id} className={CARD}>
            <ActivityCard
              activity={activity}
              category={labels[activity.category] ?? activity.category}
              note={notes[activity.id]}
              aside={aside?.(activity)}
            />
          </li>
        )) ?? SKELETONS}
      </ul>
    </section>
  );
}

const SKELETONS = Array.from({ length: 4 }, (_, n) => (
  <li key={n} className={CARD}>
    <Skeleton className="h-96 rounded-card" />
  </li>
));
