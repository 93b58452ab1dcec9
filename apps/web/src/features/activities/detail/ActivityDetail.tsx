import { ArrowLeft, ChevronLeft, Clock, MapPin } from "lucide-react";
import { Link } from "react-router";
import type { Activity } from "@/api/shapes";
import { AskOnWhatsApp } from "@/components/layout/AskOnWhatsApp";
import { Badge } from "@/components/ui/Badge";
import { Skeleton } from "@/components/ui/Loading";
import { duration } from "@/lib/format";
import { useSecondDraw } from "@/lib/second-draw";
import { useCategories } from "../calls/categories";
import { labelsOf } from "../labels";
import { leastPrice } from "../parts/card-facts";
import { texts } from "../texts";
import { BookingPanel } from "./BookingPanel";
import { Facts } from "./Facts";
import { Gallery } from "./Gallery";

/** All about one activity, and the way to a place on it. */
export function ActivityDetail({ activity }: { activity: Activity }) {
  const labels = labelsOf(useCategories().data);
  const isSecond = useSecondDraw();
  return (
    <>
      <Link
        to="/activities"
        className="-mt-2 mb-2 -ml-1 hidden min-h-11 items-center gap-1 font-semibold text-lagoon-deep sm:inline-flex"
      >
        <ChevronLeft aria-hidden="true" className="size-5" />
        {texts.detail.back}
      </Link>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_25rem] lg:gap-10 xl:grid-cols-[minmax(0,1fr)_27rem]">
        <div>
          <div className="relative -mx-4 sm:mx-0">
            <Link
              to="/activities"
              aria-label={texts.detail.back}
              className="absolute top-3 left-3 z-10 grid size-11 place-items-center rounded-full bg-white/90 text-black shadow sm:hidden"
            >
              <ArrowLeft aria-hidden="true" className="size-5" />
            </Link>
            <Gallery images={activity.images} name={activity.name} />
          </div>
          <Title activity={activity} category={labels[activity.category] ?? activity.category} />
          <p className="mt-4 max-w-2xl text-lg leading-relaxed">{activity.description}</p>
          <div className="mt-4">
            <AskOnWhatsApp about={texts.detail.askAbout(activity.name)} />
          </div>
        </div>
        <div className="lg:row-span-2">
          <div className="lg:sticky lg:top-22">
            {isSecond ? <BookingPanel activity={activity} /> : <Skeleton className="h-[36rem] rounded-card" />}
          </div>
        </div>
        <Facts activity={activity} />
      </div>
    </>
  );
}

function Title({ activity, category }: { activity: Activity; category: string }) {
  const { amount, isLeast } = leastPrice(activity);
  return (
    <>
      <div className="mt-5 flex flex-wrap items-center gap-2">
        <Badge>{category}</Badge>
        <span className="inline-flex items-center gap-1.5 text-ink-soft">
          <Clock aria-hidden="true" className="size-4" />
          {duration(activity.duration_minutes)}
        </span>
        <span className="inline-flex items-center gap-1.5 text-ink-soft">
          <MapPin aria-hidden="true" className="size-4" />
          {activity.location}
        </span>
      </div>
      <h1 className="mt-3 text-4xl md:text-5xl">{activity.name}</h1>
      <p className="mt-2 text-lg">
        {isLeast ? <span className="text-ink-soft">{texts.activities.from} </span> : null}
        <span className="font-display text-2xl font-semibold">{amount}</span>
        <span className="text-ink-soft"> {texts.activities.per[activity.price_per]}</span>
      </p>
    </>
  );
}
