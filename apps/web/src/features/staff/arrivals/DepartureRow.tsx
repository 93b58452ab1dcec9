import { ChevronRight, TriangleAlert } from "lucide-react";
import { Link } from "react-router";
import { Badge } from "@/components/ui/Badge";
import { cn } from "@/lib/cn";
import type { Departure } from "../parts/shapes";
import { SlotBadges } from "../parts/SlotBadges";
import { texts } from "./texts";

/** A departure on its line: how full it is, who has come, and what is wrong with it. */
export function DepartureRow({ departure }: { departure: Departure }) {
  const { slot, activity, people, arrived, minimum, is_under_minimum: isUnderMinimum } = departure;
  const isAllThere = people > 0 && arrived >= people;
  return (
    <li className="relative grid gap-x-5 gap-y-1.5 border-b border-line px-4 py-2.5 last:border-b-0 hover:bg-lagoon-tint/40 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h3 className="font-sans text-lg">
            <Link to={`/desk/departures/${slot.id}`} className="after:absolute after:inset-0 hover:underline">
              {activity.name}
            </Link>
          </h3>
          {isUnderMinimum ? (
            <Badge look="warm">
              <TriangleAlert aria-hidden="true" className="size-3.5" />
              {texts.few(people, minimum)}
            </Badge>
          ) : null}
          <SlotBadges slot={slot} />
        </div>
        <p className="text-sm text-ink-soft">{[activity.location, slot.lane].filter(Boolean).join(" · ")}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 sm:flex-nowrap">
        <Seats taken={slot.booked_count} capacity={slot.capacity} />
        <p className={cn("w-32 text-sm font-semibold", isAllThere ? "text-palm" : "text-ink-soft")}>
          {people === 0 ? texts.nobody : texts.arrivedOf(arrived, people)}
        </p>
        <ChevronRight aria-hidden="true" className="ml-auto size-5 text-ink-soft" />
      </div>
    </li>
  );
}

function Seats({ taken, capacity }: { taken: number; capacity: number }) {
  return (
    <div className="w-28">
      <p className="text-sm font-semibold tabular-nums">{texts.seats(taken, capacity)}</p>
      <svg aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" className="mt-1 h-1.5 w-full overflow-hidden rounded-full">
        <rect width="100" height="6" className="fill-line" />
        <rect width={Math.min(100, (100 * taken) / Math.max(1, capacity))} height="6" className="fill-lagoon" />
      </svg>
    </div>
  );
}
