import { Link } from "react-router";
import type { Consequences } from "@/api/shapes";
import { people, spaced } from "@/lib/format";
import { texts } from "./texts";

const SHOWN = 50;

/** The bookings that something would concern, or did; who can't be written to is marked. */
export function Concerned({ bookings }: Pick<Consequences, "bookings">) {
  if (bookings.length === 0) return null;
  const left = bookings.length - SHOWN;
  return (
    <section aria-label={texts.closing.who}>
      <h3 className="font-sans text-sm text-ink-soft">{texts.closing.who}</h3>
      <ul className="mt-1 max-h-72 divide-y divide-line overflow-y-auto rounded-xl border border-line" tabIndex={0}>
        {bookings.slice(0, SHOWN).map(({ id, reference, name, room, phone, participants }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 px-3 py-1">
            <Link to={`/desk/bookings/${reference}`} className="inline-flex min-h-11 items-center font-semibold text-lagoon-deep hover:underline">
              {name || spaced(reference)}
            </Link>
            <span className="text-sm text-ink-soft">
              {[room, people(participants)].filter(Boolean).join(" · ")}
              {phone ? "" : <span className="block font-semibold text-coral-deep">{texts.closing.noPhone}</span>}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 ? <p className="mt-1 text-sm text-ink-soft">{texts.stretch.andMore(left)}</p> : null}
    </section>
  );
}
