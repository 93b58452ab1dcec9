import { CalendarPlus } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Booking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Section } from "@/components/ui/Section";
import { useActivity } from "@/lib/activity-call";
import { clockTime, isAway, longDay } from "@/lib/format";
import { resort } from "@/lib/resort";
import { texts as shared } from "@/lib/texts";
import { texts } from "./texts";

const API = `${import.meta.env.VITE_API_URL ?? ""}/api/v1`;

/** Where, when, what to bring. */
export function BookingFacts({ booking }: { booking: Booking }) {
  // An activity that is offered no longer is not told of; then the booking's own words do.
  const { data: activity } = useActivity(booking.activity.id);
  const { start_time: start, end_time: end } = booking.time_slot;
  const canKeep = booking.status === "confirmed" || booking.status === "pending";
  return (
    <Section title={texts.facts.title}>
      <dl className="grid gap-3">
        <Fact name={texts.facts.when}>
          {longDay(start)}, {clockTime(start)} – {clockTime(end)}
          {isAway(new Date(start)) ? <span className="block text-sm text-ink-soft">{shared.zone(resort.get().timezone)}</span> : null}
        </Fact>
        <Fact name={texts.facts.where}>{booking.activity.location}</Fact>
        <Fact name={texts.facts.meeting}>{activity?.meeting_point}</Fact>
        <Fact name={texts.facts.bring}>{activity?.bring}</Fact>
        <Fact name={texts.facts.requirements}>{activity?.requirements}</Fact>
      </dl>
      {activity?.arrive_minutes_before ? <p className="mt-3">{texts.facts.arrive(activity.arrive_minutes_before)}</p> : null}
      <div className="mt-4 flex flex-wrap gap-2">
        {canKeep ? (
          <Button look="quiet" size="small" asChild>
            <a href={`${API}/bookings/${booking.reference}/calendar.ics`} download={`${booking.reference}.ics`}>
              <CalendarPlus aria-hidden="true" className="size-4" />
              {texts.calendar}
            </a>
          </Button>
        ) : null}
        {activity ? (
          <Button look="plain" size="small" asChild>
            <Link to={`/activities/${activity.slug}`}>{texts.seeActivity}</Link>
          </Button>
        ) : null}
      </div>
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className="grid gap-x-4 sm:grid-cols-[8rem_1fr]">
      <dt className="text-sm text-ink-soft sm:pt-0.5">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
