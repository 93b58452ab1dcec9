import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { Page } from "@/components/layout/Page";
import { Button } from "@/components/ui/Button";
import { Choice } from "@/components/ui/Choice";
import { Input } from "@/components/ui/Field";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { dayInWords, isDay, today } from "@/lib/days";
import { zoned } from "@/lib/format";
import { OldAnswer } from "../parts/OldAnswer";
import type { Departure } from "../parts/shapes";
import { useArrivals } from "./arrivals-call";
import { CheckInBar } from "./CheckInBar";
import { DayBar } from "./DayBar";
import { DepartureList } from "./DepartureList";
import { fitting, isOver } from "./departures";
import { texts } from "./texts";

/** A day's departures: how full, who has come, what is wrong. */
export function ArrivalsPage() {
  const [search, setSearch] = useSearchParams();
  const told = search.get("day");
  const day = isDay(told) ? told : today();
  const inWords = dayInWords(day, { weekday: "long", month: "long", day: "numeric" }, zoned().locale);
  const title = day === today() ? texts.title : texts.titleOf(inWords);
  return (
    <Page title={title} className="grid max-w-none grid-cols-1 gap-6">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <h1 className="text-3xl">{day === today() ? texts.title : inWords}</h1>
          <p className="mt-1 text-ink-soft">{day === today() ? inWords : null}</p>
        </div>
        <DayBar
          day={day}
          onChange={(next) => {
            setSearch(next === today() ? {} : { day: next }, { replace: true });
          }}
        />
      </div>
      <div className="max-w-2xl">
        <CheckInBar />
      </div>
      <OneDay key={day} day={day} />
    </Page>
  );
}

function OneDay({ day }: { day: string }) {
  const { data, error, isError, dataUpdatedAt, refetch } = useArrivals(day);
  if (!data) return isError ? <Problem problem={error} onRetry={() => void refetch()} /> : <Loading rows={4} />;
  return (
    <>
      <OldAnswer at={dataUpdatedAt} hasFailed={isError} />
      {data.items.length === 0 ? <Nothing /> : <Departures departures={data.items} />}
    </>
  );
}

function Departures({ departures }: { departures: Departure[] }) {
  const [words, setWords] = useState("");
  const [isBookedOnly, setBookedOnly] = useState(false);
  const shown = fitting(departures, { words, isBookedOnly });
  const over = shown.filter(isOver);
  const ahead = shown.filter((one) => !isOver(one));
  const sum = (of: (one: Departure) => number) => shown.reduce((total, one) => total + of(one), 0);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Input
          type="search"
          aria-label={texts.find}
          placeholder={texts.findHint}
          autoComplete="off"
          className="max-w-xs"
          value={words}
          onChange={(event) => { setWords(event.target.value); }}
        />
        <Choice label={texts.onlyBooked} isChosen={isBookedOnly} onChange={setBookedOnly} />
        <p role="status" className="font-semibold text-ink-soft">
          {texts.sum(shown.length, sum((one) => one.people), sum((one) => one.arrived))}
        </p>
      </div>
      {over.length > 0 ? <Over departures={over} isOpen={ahead.length === 0} /> : null}
      <DepartureList departures={ahead} />
      {shown.length === 0 ? (
        <Button look="quiet" className="justify-self-start" onClick={() => { setWords(""); setBookedOnly(false); }}>
          {texts.noneFound} {texts.showAll}
        </Button>
      ) : null}
    </>
  );
}

function Over({ departures, isOpen }: { departures: Departure[]; isOpen: boolean }) {
  return (
    <details open={isOpen}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-ink-soft">{texts.over(departures.length)}</summary>
      <div className="mt-3 grid gap-6">
        <DepartureList departures={departures} />
      </div>
    </details>
  );
}

function Nothing() {
  return (
    <section className="grid justify-items-start gap-3 rounded-card border border-line bg-shell p-6">
      <h2 className="text-2xl">{texts.none}</h2>
      <p className="text-ink-soft">{texts.noneLead}</p>
      <Button asChild>
        <Link to="/desk/schedule">{texts.toSchedule}</Link>
      </Button>
    </section>
  );
}
