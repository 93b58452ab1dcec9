import type { Figures, Summary } from "@/api/shapes";
import { money } from "@/lib/format";
import { useListedActivities } from "../parts/activities-call";
import { DataTable, type Column } from "../parts/DataTable";
import { briefDay } from "../parts/day";
import { Empty } from "../parts/Empty";
import { Bar } from "./Bar";
import { percent } from "./percent";
import { texts } from "./texts";

const t = texts.table;
const NUMBERS: Column<Figures>[] = [
  { head: t.departures, cell: ({ departures }) => departures, isNumber: true },
  { head: t.seats, cell: ({ booked, capacity }) => `${booked} / ${capacity}`, isNumber: true },
  { head: t.rate, cell: ({ rate }) => <Rate rate={rate} />, isNumber: true },
  { head: t.bookings, cell: ({ bookings }) => bookings, isNumber: true },
  { head: t.people, cell: ({ participants }) => participants, isNumber: true },
  { head: t.revenue, cell: ({ revenue, currency }) => money(revenue, currency, "0"), isNumber: true },
  { head: t.cancelled, cell: ({ cancelled }) => cancelled, isNumber: true },
  { head: t.noShows, cell: ({ no_shows: noShows }) => noShows, isNumber: true },
  { head: t.expired, cell: ({ expired }) => expired, isNumber: true },
  { head: t.lead, cell: ({ lead_hours: hours }) => (hours === null ? texts.tiles.none : texts.tiles.hours(hours)), isNumber: true },
];

/** The same figures as the charts, and all others, row by row. */
export function FigureTable({ summary }: { summary: Summary }) {
  const activities = useListedActivities();
  const names = new Map((activities.data ?? []).map(({ slug, name }) => [slug, name]));
  const isByDay = summary.group === "day";
  const first: Column<Figures> = isByDay
    ? { head: t.day, cell: ({ day }) => (day ? <span className="lg:whitespace-nowrap">{briefDay(day)}</span> : null) }
    : { head: t.activity, cell: ({ activity = "" }) => names.get(activity) ?? activity };
  return (
    <section aria-label={t.title[summary.group]}>
      <h2 className="mb-3 text-2xl">{t.title[summary.group]}</h2>
      {summary.items.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneLead}</p>
        </Empty>
      ) : (
        <DataTable label={t.title[summary.group]} columns={[first, ...NUMBERS]} rows={summary.items} keyOf={({ day, activity }) => day ?? activity ?? ""} />
      )}
    </section>
  );
}

function Rate({ rate }: { rate: number }) {
  return (
    <span className="inline-grid w-20 gap-1 text-right">
      {percent(rate)}
      <Bar part={rate} />
    </span>
  );
}
