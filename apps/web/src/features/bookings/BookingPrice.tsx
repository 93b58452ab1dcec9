import type { Booking } from "@/api/shapes";
import { Section } from "@/components/ui/Section";
import { money } from "@/lib/format";
import { texts } from "./texts";

/** The lines that add up to the total, and how it is paid. */
export function BookingPrice({ booking }: { booking: Booking }) {
  const { lines, currency, total_price: total, settlement, room } = booking;
  const cost = (unit: string, quantity: number) => money(String((Math.round(Number(unit) * 100) * quantity) / 100), currency);
  return (
    <Section title={texts.price.title}>
      <ul className="grid gap-1.5">
        {lines.map(({ label, quantity, unit_price: unit }) => (
          <li key={label} className="flex justify-between gap-4">
            <span>{texts.price.times(quantity, label)}</span>
            <span className="tabular-nums">{cost(unit, quantity)}</span>
          </li>
        ))}
        <li className="mt-1 flex justify-between gap-4 border-t border-line pt-2 font-semibold">
          <span>{texts.total}</span>
          <span className="tabular-nums">{money(total, currency)}</span>
        </li>
      </ul>
      <p className="mt-2 text-sm text-ink-soft">{texts.price.settlement[settlement](room)}</p>
    </Section>
  );
}
