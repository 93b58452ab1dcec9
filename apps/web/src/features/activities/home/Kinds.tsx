import { Compass, Flower2, Landmark, Leaf, MapPinned, Music, Puzzle, UtensilsCrossed, Volleyball, Waves, type LucideIcon } from "lucide-react";
import { Link } from "react-router";
import { Skeleton } from "@/components/ui/Loading";
import { cn } from "@/lib/cn";
import { useCategories } from "../calls/categories";
import { texts } from "../texts";

// A resort names its kinds as it likes: what a word in the name suggests, else a compass.
const SUGGESTED: [RegExp, LucideIcon][] = [
  [/water|sea|boat|sail|dive|swim|beach/, Waves],
  [/din|food|drink|wine|cook|restaurant/, UtensilsCrossed],
  [/spa|massage|beauty/, Flower2],
  [/kid|child|famil/, Puzzle],
  [/sport|tennis|golf|fitness|gym/, Volleyball],
  [/tour|trip|excursion|nature/, MapPinned],
  [/well|yoga|medit|health/, Leaf],
  [/cultur|art|craft|histor/, Landmark],
  [/night|music|danc|party|show|entertain/, Music],
];

const TINTS = ["bg-lagoon-tint text-lagoon-deep", "bg-coral-tint text-coral-deep", "bg-sun-tint text-ink", "bg-palm-tint text-palm"];

function iconOf(code: string): LucideIcon {
  return SUGGESTED.find(([words]) => words.test(code))?.[1] ?? Compass;
}

/** The kinds of activities, each a way into the list. */
export function Kinds() {
  const { data: kinds } = useCategories();
  return (
    <section aria-labelledby="kinds">
      <h2 id="kinds" className="text-2xl md:text-3xl">
        {texts.home.kinds}
      </h2>
      <ul className="-mx-4 mt-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-2 md:mx-0 md:grid md:grid-cols-[repeat(auto-fit,minmax(7rem,8.5rem))] md:justify-between md:gap-y-6 md:px-0">
        {kinds?.map(({ code, label, activity_count: count }, n) => {
          const Icon = iconOf(code);
          return (
            <li key={code} className="shrink-0 snap-start">
              <Link to={`/activities?category=${encodeURIComponent(code)}`} className="group block w-28 text-center md:w-auto">
                <span
                  className={cn(
                    "grid h-28 place-items-center rounded-t-full rounded-b-2xl transition-transform group-hover:-translate-y-1",
                    TINTS[n % TINTS.length],
                  )}
                >
                  <Icon aria-hidden="true" className="mt-3 size-9" strokeWidth={1.5} />
                </span>
                <span className="mt-2 block font-semibold">{label}</span>
                <span className="block text-sm text-ink-soft">{texts.activities.count(count, true)}</span>
              </Link>
            </li>
          );
        }) ?? SKELETONS}
      </ul>
    </section>
  );
}

const SKELETONS = Array.from({ length: 8 }, (_, n) => (
  <li key={n} className="shrink-0">
    <Skeleton className="h-28 w-28 rounded-t-full rounded-b-2xl md:w-auto" />
    <span className="mt-2 block">&nbsp;</span>
    <span className="block text-sm">&nbsp;</span>
  </li>
));
