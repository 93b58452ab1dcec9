import { Clock, MapPin } from "lucide-react";
import type { DeskActivity } from "@/api/shapes";
import { Badge } from "@/components/ui/Badge";
import { Facts } from "@/features/activities/detail/Facts";
import { Gallery } from "@/features/activities/detail/Gallery";
import { duration, money } from "@/lib/format";
import { useKinds } from "../parts/kinds-call";
import { texts } from "./texts";

/** An activity as guests see it, made of what stands in the form. */
export function Preview({ activity }: { activity: DeskActivity }) {
  const kind = (useKinds().data ?? []).find(({ code }) => code === activity.category)?.label ?? activity.category;
  const images = [...activity.images].sort((one, other) => Number(other.is_primary) - Number(one.is_primary) || one.order - other.order);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 [&_dl]:grid-cols-1">
      <Gallery key={images.map(({ id }) => id).join(" ")} images={images} name={activity.name} />
      <div className="flex flex-wrap items-center gap-2">
        {kind ? <Badge>{kind}</Badge> : null}
        <span className="inline-flex items-center gap-1.5 text-ink-soft">
          <Clock aria-hidden="true" className="size-4" />
          {duration(activity.duration_minutes)}
        </span>
        {activity.location ? (
          <span className="inline-flex items-center gap-1.5 text-ink-soft">
            <MapPin aria-hidden="true" className="size-4" />
            {activity.location}
          </span>
        ) : null}
      </div>
      <p className="font-display text-3xl font-semibold">{activity.name}</p>
      <dl className="grid gap-1">
        {activity.rates.map(({ code, label, price }) => (
          <div key={code} className="flex justify-between gap-4">
            <dt>{label}</dt>
            <dd className="font-semibold">{money(price, activity.currency)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-ink-soft">{`${texts.fields.price_per}: ${texts.fields.pricePer[activity.price_per]}`}</p>
      <p className="whitespace-pre-line">{activity.description}</p>
      <Facts activity={activity} />
    </div>
  );
}
