import { useState } from "react";
import { Link, useNavigate } from "react-router";
import type { Booking } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/Loading";
import { Section } from "@/components/ui/Section";
import { useAvailability } from "@/lib/availability-call";
import { addDays, today } from "@/lib/days";
import { alternativesOf, inWords } from "@/lib/errors";
import { clockTime, shortDay } from "@/lib/format";
import { texts as shared } from "@/lib/texts";
import { useHoldAgain } from "./hold-again-call";
import { nearestFree } from "./slots";
import { texts } from "./texts";

/** What a hold that ran out leads on to: the same time again, or others, with one tap. */
export function Lapsed({ booking }: { booking: Booking }) {
  const { activity, time_slot: slot, participants } = booking;
  const [from] = useState(today);
  const free = useAvailability(activity.id, { from, to: addDays(from, 13), participants });
  const hold = useHoldAgain(booking);
  const go = useNavigate();
  const take = (id: string) => {
    hold.mutate(id, { onSuccess: (held) => void go(`/bookings/${held.reference}`) });
  };
  const isSameFree = free.data?.some((one) => one.id === slot.id && one.is_available) ?? false;
  const told = hold.error ? alternativesOf(hold.error) : [];
  const others = told.length > 0 ? told : nearestFree(free.data ?? [], slot);
  return (
    <Section title={texts.expiredTitle}>
      <p className="text-ink-soft">{texts.expired}</p>
      {hold.error ? (
        <p role="alert" className="mt-3 rounded-xl bg-coral-tint p-3 text-coral-deep">
          {inWords(hold.error)}
        </p>
      ) : null}
      {free.isPending ? <Skeleton className="mt-4 h-13" /> : null}
      {isSameFree ? (
        <Button look="action" size="wide" className="mt-4" isBusy={hold.isPending} onClick={() => { take(slot.id); }}>
          {texts.again}
        </Button>
      ) : null}
      {others.length > 0 ? <h3 className="mt-5 font-sans text-sm text-ink-soft">{texts.otherTimes}</h3> : null}
      <ul className="mt-2 flex flex-wrap gap-2">
        {others.map(({ id, start_time: start }) => (
          <li key={id}>
            <Button look="quiet" size="small" isBusy={hold.isPending} onClick={() => { take(id); }}>
              {shortDay(start)}, {clockTime(start)}
            </Button>
          </li>
        ))}
      </ul>
      {free.data && !isSameFree && others.length === 0 ? <p className="mt-3">{texts.noTimes}</p> : null}
      <Link to={`/activities/${activity.slug}`} className="mt-3 inline-flex min-h-11 items-center font-semibold text-lagoon-deep underline">
        {free.isError ? shared.retry : texts.seeActivity}
      </Link>
    </Section>
  );
}
