import { Page } from "@/components/layout/Page";
import { Problem } from "@/components/ui/Problem";
import { useRecommendations } from "@/features/recommendations/recommendations-call";
import { today } from "@/lib/days";
import { useSecondDraw } from "@/lib/second-draw";
import { useCategories } from "./calls/categories";
import { useOffers } from "./calls/offers";
import { Hero } from "./home/Hero";
import { HowItWorks } from "./home/HowItWorks";
import { Kinds } from "./home/Kinds";
import { Recommended } from "./home/Recommended";
import { Shelf } from "./home/Shelf";
import { shelvesOf } from "./home/shelves";
import { labelsOf } from "./labels";
import { texts } from "./texts";

/** What the resort offers, and what of it is free right now. */
export function HomePage() {
  const { data: offers, error, refetch } = useOffers();
  const labels = labelsOf(useCategories().data);
  const all = offers ? shelvesOf(offers) : undefined;
  const shelves = useSecondDraw() ? all : undefined;
  const recommended = new Set(useRecommendations().data?.map(({ activity }) => activity.id));
  const isToday = shelves?.soon.day === today();
  return (
    <>
      <Hero pictured={all?.pictured ?? []} />
      <Page title={texts.home.title} className="grid grid-cols-[minmax(0,1fr)] gap-10 md:gap-14">
        {error && !offers ? <Problem problem={error} onRetry={() => void refetch()} /> : null}
        <Kinds />
        <Shelf
          id="soon"
          title={isToday || !shelves ? texts.home.today : texts.home.tomorrow}
          activities={shelves?.soon.activities}
          labels={labels}
          more={`/activities?date=${shelves?.soon.day ?? today()}`}
        />
        <Recommended labels={labels} />
        {shelves ? (
          <>
            <Shelf id="fast" title={texts.home.goingFast} activities={shelves.goingFast} labels={labels} more="/activities" />
            <Shelf id="ideas" title={texts.home.ideas} activities={shelves.ideas.filter((offer) => !recommended.has(offer.id)).slice(0, 4)} labels={labels} more="/activities" />
            <HowItWorks />
          </>
        ) : null}
      </Page>
    </>
  );
}
