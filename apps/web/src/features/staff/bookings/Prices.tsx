import type { WholeBooking } from "@/api/shapes";
import { Badge } from "@/components/ui/Badge";
import { Field, Select } from "@/components/ui/Field";
import { Section } from "@/components/ui/Section";
import { inWords } from "@/lib/errors";
import { money } from "@/lib/format";
import { toast } from "@/lib/toast";
import { useDeskAmend } from "./amend-call";
import { texts } from "./texts";

type Settlement = WholeBooking["settlement"];

const SETTLEMENTS = Object.keys(texts.settlement) as Settlement[];
const LOOKS = { open: "warm", posted: "good", waived: "grey" } as const;

/** What a booking costs, who pays, and what was put on the room. */
export function Prices({ booking }: { booking: WholeBooking }) {
  const { lines, charges, currency } = booking;
  return (
    <Section title={texts.price.title}>
      <ul className="grid gap-1">
        {lines.map(({ label, quantity, unit_price: price }) => (
          <li key={label} className="flex justify-between gap-3">
            <span>{texts.price.line(quantity, label)}</span>
            <span className="tabular-nums">{money(price, currency)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 flex items-baseline justify-between gap-3 border-t border-line pt-2 font-semibold">
        <span>{texts.price.total}</span>
        <span className="font-display text-2xl">{money(booking.total_price, currency)}</span>
      </p>
      <PaidBy booking={booking} />
      <h3 className="mt-4 font-sans text-sm font-semibold text-ink-soft">{texts.price.charges}</h3>
      {charges.length === 0 ? <p className="mt-1">{texts.price.noCharges}</p> : null}
      <ul className="mt-1 grid gap-2">
        {charges.map(({ id, kind, room, amount, state }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <Badge look={LOOKS[state]}>{texts.price.state[state]}</Badge>
            <span className="flex-1">
              {texts.price.kind[kind]}
              {room ? ` · ${room}` : ""}
            </span>
            <span className="tabular-nums">{money(amount, currency)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PaidBy({ booking }: { booking: WholeBooking }) {
  const amend = useDeskAmend(booking);
  const isOver = booking.status === "cancelled" || booking.status === "expired";
  const shown = amend.isPending ? (amend.variables.settlement ?? booking.settlement) : booking.settlement;
  return (
    <Field label={texts.facts.settlement} className="mt-3" error={amend.error ? inWords(amend.error) : undefined}>
      {(ids) => (
        <Select
          {...ids}
          value={shown}
          disabled={isOver}
          onChange={(event) => {
            const settlement = SETTLEMENTS.find((one) => one === event.target.value);
            if (settlement) amend.mutate({ settlement }, { onSuccess: () => { toast.success(texts.facts.settled); } });
          }}
        >
          {SETTLEMENTS.map((one) => (
            <option key={one} value={one}>{texts.settlement[one]}</option>
          ))}
        </Select>
      )}
    </Field>
  );
}
