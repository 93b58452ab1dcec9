import { Clock, MapPin } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Picture } from "@/components/ui/Picture";
import { cn } from "@/lib/cn";
import { duration } from "@/lib/format";
import { firstImage, WIDTHS } from "@/lib/pictures";
import { addressOf, leastPrice, type Shown } from "./card-facts";
import { NextTimes } from "./NextTimes";
import { texts } from "../texts";
import type { Look } from "../filters";

interface Props {
  activity: Shown;
  look?: Look;
  people?: number;
  category?: string;
  isFirst?: boolean;
  /** A sentence about it, and what can be done beside its price. */
  note?: string | undefined;
  aside?: ReactNode;
}

/** An activity at a glance: what, how long, where, from how much, and when next. */
export function ActivityCard({ activity, look = "grid", people = 1, category, isFirst = false, note, aside }: Props) {
  const isList = look === "list";
  return (
    <article
      className={cn(
        "group relative flex h-full overflow-hidden rounded-card border border-line bg-shell transition-shadow hover:shadow-lg",
        isList ? "flex-col sm:flex-row" : "flex-col",
      )}
    >
      <Picture
        image={firstImage(activity)}
        isDecoration
        isFirst={isFirst}
        width={WIDTHS.card}
        className={cn("aspect-[3/2] shrink-0", isList && "aspect-[5/2] sm:aspect-[4/3] sm:w-56")}
      />
      {category ? (
        <span className="absolute top-3 left-3 rounded-full bg-shell px-3 py-1 text-sm font-semibold text-ink">{category}</span>
      ) : null}
      <div className="flex min-w-0 flex-1 flex-col gap-3 p-4">
        <div>
          <h3 className="text-xl">
            <Link to={addressOf(activity, undefined, people)} className="after:absolute after:inset-0 group-hover:text-lagoon-deep">
              {activity.name}
            </Link>
          </h3>
          <Facts activity={activity} />
        </div>
        {note ? <p className="text-sm text-ink-soft italic">{note}</p> : null}
        <div className="mt-auto flex items-center justify-between gap-2">
          <Price activity={activity} />
          {aside}
        </div>
        <NextTimes activity={activity} people={people} />
      </div>
    </article>
  );
}

function Facts({ activity }: { activity: Shown }) {
  return (
    <p className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
      <span className="inline-flex items-center gap-1.5">
        <Clock aria-hidden="true" className="size-4" />
        {duration(activity.duration_minutes)}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <MapPin aria-hidden="true" className="size-4" />
        {activity.location}
      </span>
    </p>
  );
}

function Price({ activity }: { activity: Shown }) {
  const { amount, isLeast } = leastPrice(activity);
  return (
    <p>
      {isLeast ? <span className="text-sm text-ink-soft">{texts.activities.from} </span> : null}
      <span className="font-display text-xl font-semibold">{amount}</span>
      <span className="text-sm text-ink-soft"> {texts.activities.per[activity.price_per]}</span>
    </p>
  );
}
