import { useRef } from "react";
import type { Activity } from "@/api/shapes";
import { Field, TextArea } from "@/components/ui/Field";
import { Problem } from "@/components/ui/Problem";
import { useAuth } from "@/features/auth/useAuth";
import { alternativesOf } from "@/lib/errors";
import { money } from "@/lib/format";
import { texts as shared } from "@/lib/texts";
import { timeLabel } from "../parts/card-facts";
import { texts } from "../texts";
import { AvailabilityCalendar } from "./AvailabilityCalendar";
import { HoldBar } from "./HoldBar";
import { PartyFields } from "./PartyFields";
import { Alternatives } from "./Taken";
import { useCalendar } from "./useCalendar";
import { useChoice } from "./useChoice";
import { useHolding } from "./useHolding";

const LONGEST_REQUEST = 1000;

/** Who comes, when, with which wishes, for how much; and the button that holds it. */
export function BookingPanel({ activity }: { activity: Activity }) {
  const choice = useChoice(activity);
  const { isBusy, error, hold } = useHolding(activity, choice);
  const { user } = useAuth();
  const times = useRef<HTMLDivElement>(null);
  const calendar = useCalendar(activity.slug, choice);
  const slot = calendar.chosen?.is_available ? calendar.chosen : null;
  const { party, quote, problem } = choice;
  const total = money(String(quote.totalCents / 100), activity.currency);
  const people = shared.people(quote.people);
  const chosen = slot ? `${timeLabel(slot.start_time)} · ${people}` : people;
  return (
    <section aria-labelledby="choose" className="rounded-card border border-line bg-shell p-4 shadow-sm sm:p-6">
      <h2 id="choose" className="text-2xl">
        {texts.detail.choose}
      </h2>
      <h3 className="mt-4 text-lg">{texts.detail.party}</h3>
      <PartyFields activity={activity} party={party} people={quote.people} problem={problem} onChange={choice.setParty} />
      <div ref={times} className="mt-4 scroll-mt-24 border-t border-line pt-4">
        <AvailabilityCalendar
          calendar={calendar}
          day={choice.day}
          isTold={error !== null}
          onDay={choice.chooseDay}
          onSlot={choice.chooseSlot}
        />
      </div>
      <Field label={texts.detail.requests} hint={texts.detail.requestsHint} className="mt-5">
        {(ids) => (
          <TextArea
            {...ids}
            rows={2}
            maxLength={LONGEST_REQUEST}
            value={choice.requests}
            onChange={(event) => {
              choice.setRequests(event.target.value);
            }}
          />
        )}
      </Field>
      {error ? (
        <div className="mt-4">
          {error.code === "SLOT_UNAVAILABLE" ? (
            <Alternatives times={alternativesOf(error)} label={texts.detail.holdThis} isBusy={isBusy} onChoose={hold} />
          ) : (
            <Problem problem={error} />
          )}
        </div>
      ) : null}
      <HoldBar
        total={total}
        chosen={chosen}
        isBusy={isBusy}
        isReady={slot !== null && problem === null}
        note={user ? texts.detail.holdFor : texts.detail.signInNext}
        onHold={() => {
          hold();
        }}
        onChoose={() => {
          times.current?.scrollIntoView({ behavior: "smooth", block: "start" });
        }}
      />
    </section>
  );
}
