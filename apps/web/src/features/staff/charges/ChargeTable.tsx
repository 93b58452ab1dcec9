import { Link } from "react-router";
import type { Charge } from "@/api/shapes";
import { Badge } from "@/components/ui/Badge";
import { Button } from "@/components/ui/Button";
import { money, spaced } from "@/lib/format";
import { briefDay } from "../parts/day";
import { DataTable, type Column } from "../parts/DataTable";
import { leadOf } from "../parts/lead";
import type { Step } from "./settle-call";
import { texts } from "./texts";
import { LOOKS } from "./Totals";

type Ask = (step: Step, charge: Charge) => void;

/** Charges with what can be done about each. */
export function ChargeTable({ charges, onAsk }: { charges: Charge[]; onAsk: Ask }) {
  return <DataTable label={texts.list} columns={columnsFor(onAsk)} rows={charges} keyOf={({ id }) => id} card={(one) => <ChargeCard charge={one} onAsk={onAsk} />} />;
}

function columnsFor(onAsk: Ask): Column<Charge>[] {
  return [
    { head: texts.columns.room, cell: ({ room }) => <span className="font-semibold">{room}</span> },
    { head: texts.columns.guest, cell: (one) => leadOf(one) },
    { head: texts.columns.activity, cell: ({ activity }) => activity },
    { head: texts.columns.booking, cell: ({ reference }) => <ToBooking reference={reference} /> },
    { head: texts.columns.date, cell: ({ date }) => <span className="lg:whitespace-nowrap">{briefDay(date)}</span> },
    { head: texts.columns.kind, cell: ({ kind }) => texts.kind[kind] },
    { head: texts.columns.amount, cell: ({ amount, currency }) => money(amount, currency), isNumber: true },
    { head: texts.columns.state, cell: ({ state }) => <Badge look={LOOKS[state]}>{texts.state[state]}</Badge> },
    { head: texts.columns.act, cell: (charge) => <Acts charge={charge} onAsk={onAsk} />, isQuiet: true },
  ];
}

function ChargeCard({ charge, onAsk }: { charge: Charge; onAsk: Ask }) {
  const { room, activity, reference, date, kind, amount, currency, state } = charge;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <span className="font-semibold">{[room, leadOf(charge)].filter(Boolean).join(", ")}</span>
        <Badge look={LOOKS[state]}>{texts.state[state]}</Badge>
      </div>
      <p className="mt-1 flex flex-wrap justify-between gap-x-3">
        <span>
          {activity}, {briefDay(date)}
          {kind === "booking" ? "" : ` · ${texts.kind[kind]}`}
        </span>
        <span className="font-semibold tabular-nums">{money(amount, currency)}</span>
      </p>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-3">
        <ToBooking reference={reference} />
        <Acts charge={charge} onAsk={onAsk} />
      </div>
    </>
  );
}

function ToBooking({ reference }: { reference: string }) {
  return (
    <Link to={`/desk/bookings/${reference}`} className="inline-flex min-h-11 items-center font-semibold tracking-wider whitespace-nowrap text-lagoon-deep underline-offset-4 hover:underline">
      {spaced(reference)}
    </Link>
  );
}

function Acts({ charge, onAsk }: { charge: Charge; onAsk: Ask }) {
  if (charge.state !== "open") return null;
  const about = `${charge.room}, ${money(charge.amount, charge.currency)}`;
  return (
    <div className="flex gap-2">
      <Button size="small" aria-label={`${texts.post}: ${about}`} onClick={() => { onAsk("posted", charge); }}>
        {texts.post}
      </Button>
      <Button look="quiet" size="small" aria-label={`${texts.waive}: ${about}`} onClick={() => { onAsk("waive", charge); }}>
        {texts.waive}
      </Button>
    </div>
  );
}
