import type { Summary } from "@/api/shapes";
import { money, people } from "@/lib/format";
import { percent } from "./percent";
import { texts } from "./texts";

/** The days in all, a figure each. */
export function Tiles({ summary: { total, chats } }: { summary: Summary }) {
  const t = texts.tiles;
  const tiles = [
    { name: t.revenue, value: money(total.revenue, total.currency, "0"), note: t.revenueNote },
    { name: t.occupancy, value: percent(total.rate), note: t.occupancyNote(total.booked, total.capacity) },
    { name: t.bookings, value: String(total.bookings), note: t.bookingsNote(people(total.participants), total.departures) },
    { name: t.lead, value: total.lead_hours === null ? t.none : t.hours(total.lead_hours), note: t.leadNote },
    { name: t.cancelled, value: String(total.cancelled), note: t.cancelledNote(shareOf(total.cancelled, total.cancelled + total.bookings)) },
    { name: t.noShows, value: String(total.no_shows), note: t.share(shareOf(total.no_shows, total.bookings)) },
    { name: t.expired, value: String(total.expired), note: t.expiredNote },
    { name: t.bot, value: chats.guests === 0 ? t.none : shareOf(chats.bot_alone, chats.guests), note: t.botNote(chats.bot_alone, chats.guests) },
  ];
  return (
    <dl aria-label={t.label} className="grid grid-cols-[repeat(auto-fit,minmax(min(10rem,100%),1fr))] gap-3 lg:grid-cols-4">
      {tiles.map(({ name, value, note }) => (
        <div key={name} className="rounded-card border border-line bg-shell p-4 sm:p-5">
          <dt className="text-sm font-semibold text-ink-soft">{name}</dt>
          <dd className="mt-1">
            <span className="font-display text-3xl font-semibold">{value}</span>
            <span className="block text-sm text-ink-soft">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function shareOf(part: number, whole: number): string {
  return percent(whole === 0 ? 0 : part / whole);
}
