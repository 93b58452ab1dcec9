import { Backpack, Clock, Footprints, MapPin, ShieldCheck, Undo2, Users, type LucideIcon } from "lucide-react";
import type { Activity } from "@/api/shapes";
import { duration } from "@/lib/format";
import { texts } from "../texts";

interface Fact {
  Icon: LucideIcon;
  name: string;
  text: string;
}

function factsOf(activity: Activity): Fact[] {
  const told = texts.detail;
  const { min_party: least, max_party: most, cancellation_deadline_hours: hours } = activity;
  const isLimited = least > 1 || most !== null;
  const rules = [
    // The resort's own words often say it already.
    activity.min_age === null || activity.requirements.includes(String(activity.min_age)) ? "" : `${told.minAge(activity.min_age)}.`,
    activity.requirements,
    activity.people_per_seat > 1 ? told.shares(activity.people_per_seat) : "",
  ];
  const place = [activity.meeting_point, activity.arrive_minutes_before > 0 ? told.arrive(activity.arrive_minutes_before) : ""];
  return [
    { Icon: Clock, name: told.duration, text: duration(activity.duration_minutes) },
    { Icon: MapPin, name: told.where, text: activity.location },
    { Icon: Footprints, name: told.meet, text: place.filter(Boolean).join(". ").replace("..", ".") },
    { Icon: Users, name: told.group, text: isLimited ? told.partySize(least, most) : "" },
    { Icon: ShieldCheck, name: told.rules, text: rules.filter(Boolean).join(" ") },
    { Icon: Backpack, name: told.bring, text: activity.bring },
    { Icon: Undo2, name: told.cancelling, text: hours === null ? told.cancelStandard : told.cancelUntil(hours) },
  ].filter(({ text }) => text !== "");
}

/** What a guest should know before booking. */
export function Facts({ activity }: { activity: Activity }) {
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="text-2xl">
        {texts.detail.facts}
      </h2>
      <dl className="mt-4 grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {factsOf(activity).map(({ Icon, name, text }) => (
          <div key={name} className="relative min-h-10 pl-[3.375rem]">
            <dt className="font-semibold">
              <span
                aria-hidden="true"
                className="absolute top-0 left-0 grid size-10 place-items-center rounded-t-full rounded-b-lg bg-lagoon-tint text-lagoon-deep"
              >
                <Icon className="size-5" />
              </span>
              {name}
            </dt>
            <dd className="text-ink-soft">{text}</dd>
          </div>
        ))}
      </dl>
      <Includes metadata={activity.metadata} />
    </section>
  );
}

function Includes({ metadata }: Pick<Activity, "metadata">) {
  const told = metadata.includes;
  const things = Array.isArray(told) ? told.filter((one): one is string => typeof one === "string") : [];
  if (things.length === 0) return null;
  return (
    <div className="mt-6">
      <h3 className="text-lg">{texts.detail.includes}</h3>
      <ul className="mt-2 flex flex-wrap gap-2">
        {things.map((thing) => (
          <li key={thing} className="rounded-full bg-palm-tint px-3 py-1 text-sm font-semibold text-palm">
            {thing}
          </li>
        ))}
      </ul>
    </div>
  );
}
