import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { Button } from "@/components/ui/Button";
import { Picture } from "@/components/ui/Picture";
import { serverNow } from "@/lib/clock";
import { addDays, today } from "@/lib/days";
import { hourOf } from "@/lib/format";
import { firstImage } from "@/lib/pictures";
import { NO_FILTERS, writeFilters, type Filters } from "../filters";
import { SearchField } from "../parts/SearchField";
import { type Shown } from "../parts/card-facts";
import { texts } from "../texts";

function greeting(): string {
  const { morning, afternoon, evening } = texts.home.greetings;
  const hour = hourOf(new Date(serverNow()));
  if (hour >= 4 && hour < 12) return morning;
  return hour >= 12 && hour < 18 ? afternoon : evening;
}

function to(filters: Partial<Filters>): string {
  return `/activities?${writeFilters({ ...NO_FILTERS, ...filters }).toString()}`;
}

/** The first thing a guest sees: a welcome, a search, and what the resort is like. */
export function Hero({ pictured }: { pictured: Shown[] }) {
  return (
    <section className="relative overflow-hidden bg-deep text-on-deep">
      <Sun />
      <div className="relative mx-auto grid max-w-7xl gap-6 px-4 pt-7 pb-14 md:grid-cols-[1.05fr_1fr] md:items-center md:gap-12 md:pt-14 md:pb-24 lg:px-8">
        <div>
          <p className="font-display text-lg text-sun italic md:text-xl">{greeting()}</p>
          <h1 className="mt-1 text-[2.5rem] md:text-6xl">{texts.home.title}</h1>
          <p className="mt-3 max-w-md text-lg text-on-deep/85">{texts.home.lead}</p>
          <Find />
          <Shortcuts />
        </div>
        <Arches pictured={pictured} />
      </div>
      <Wave />
    </section>
  );
}

function Find() {
  const go = useNavigate();
  const [words, setWords] = useState("");
  return (
    <form
      role="search"
      className="mt-6 flex max-w-lg items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void go(to({ q: words.trim() }));
      }}
    >
      <SearchField value={words} onChange={setWords} className="flex-1" />
      <Button type="submit" look="action" aria-label={texts.activities.search} className="size-13 shrink-0 px-0">
        <ArrowRight aria-hidden="true" className="size-5" />
      </Button>
    </form>
  );
}

function Shortcuts() {
  const links = [
    { label: texts.home.shortcuts.today, address: to({ date: today() }) },
    { label: texts.home.shortcuts.tomorrow, address: to({ date: addDays(today(), 1) }) },
    { label: texts.home.shortcuts.two, address: to({ participants: 2 }) },
  ];
  return (
    <ul className="mt-4 flex flex-wrap gap-2">
      {links.map(({ label, address }) => (
        <li key={label}>
          <Link
            to={address}
            className="inline-flex min-h-11 items-center rounded-full border border-on-deep/40 px-4 text-sm font-semibold hover:bg-on-deep hover:text-deep"
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

const ARCHES = ["mt-8 md:mt-14", "mt-0", "mt-12 md:mt-24"];

function Arches({ pictured }: { pictured: Shown[] }) {
  return (
    <div className="grid grid-cols-3 gap-3 md:gap-4">
      {ARCHES.map((drop, n) => {
        const activity = pictured[n];
        const look = `block h-36 overflow-hidden rounded-t-full rounded-b-2xl md:h-80 ${drop}`;
        if (!activity) return <div key={drop} className={`${look} bg-on-deep/10`} />;
        return (
          <Link key={drop} to={`/activities/${activity.slug}`} aria-label={activity.name} className={look}>
            <Picture image={firstImage(activity)} isFirst isDecoration width="(min-width: 768px) 12rem, 33vw" className="size-full bg-on-deep/10" />
          </Link>
        );
      })}
    </div>
  );
}

function Sun() {
  return (
    <span
      aria-hidden="true"
      className="absolute right-[-6rem] bottom-[-9rem] size-80 rounded-full bg-linear-to-b from-sun to-coral md:right-[12%] md:bottom-[-14rem] md:size-[34rem]"
    />
  );
}

function Wave() {
  return (
    <svg aria-hidden="true" viewBox="0 0 1440 60" preserveAspectRatio="none" className="absolute inset-x-0 -bottom-px h-7 w-full md:h-14">
      <path d="M0 34c120-34 240-34 360 0s240 26 360 0 240-34 360 0 240 26 360-6v32H0z" className="fill-sand" />
    </svg>
  );
}
