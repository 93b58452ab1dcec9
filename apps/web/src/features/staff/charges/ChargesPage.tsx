import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { Charge } from "@/api/shapes";
import { Page } from "@/components/layout/Page";
import { Button } from "@/components/ui/Button";
import { Field, Input } from "@/components/ui/Field";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { addDays, isDay, today } from "@/lib/days";
import { resort } from "@/lib/resort";
import { CsvLink } from "../parts/CsvLink";
import { Empty } from "../parts/Empty";
import { PageHead } from "../parts/PageHead";
import { Tabs } from "../parts/Tabs";
import { useCharges } from "./charges-call";
import { ChargeTable } from "./ChargeTable";
import type { Step } from "./settle-call";
import { SettleDialog } from "./SettleDialog";
import { texts } from "./texts";
import { STATES, totalsOf } from "./totals";
import { Totals } from "./Totals";

const EVERY = "all";
const CHOICES: { key: string; label: string }[] = [{ key: EVERY, label: texts.all }, ...STATES.map((key) => ({ key, label: texts.state[key] }))];

/** What is put on rooms, of one day or of all: to post, to waive, to take along as a file. */
export function ChargesPage() {
  const { date, state, change } = useView();
  const charges = useCharges(date);
  const [asked, setAsked] = useState<{ step: Step; charges: Charge[] } | null>(null);
  const all = charges.data ?? [];
  const rows = all.filter((one) => state === EVERY || one.state === state);
  const open = all.filter((one) => one.state === "open");
  return (
    <Page title={texts.title} className="max-w-none">
      <PageHead title={texts.title}>
        {open.length > 1 ? (
          <Button size="small" onClick={() => { setAsked({ step: "posted", charges: open }); }}>
            {texts.postAll(open.length)}
          </Button>
        ) : null}
        <CsvLink label={texts.csv} path="/staff/charges/" query={{ date, state: state === EVERY ? undefined : state }} />
      </PageHead>
      <p className="-mt-3 mb-4 text-ink-soft">{texts.lead}</p>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <DayChoice date={date} onChoose={(day) => { change({ date: day }); }} />
        <Tabs label={texts.states} choices={CHOICES} chosen={state} onChoose={(key) => { change({ state: key }); }} />
      </div>
      <div aria-busy={charges.isPlaceholderData} className="mt-5 grid gap-5 aria-busy:opacity-60">
        {charges.isPending ? <Loading /> : null}
        {charges.isError && !charges.data ? <Problem problem={charges.error} onRetry={() => void charges.refetch()} /> : null}
        {charges.data ? <Totals totals={totalsOf(all)} currency={resort.get().currency} /> : null}
        {charges.data && rows.length === 0 ? (
          <Empty title={texts.none}>
            <p>{texts.noneLead}</p>
          </Empty>
        ) : null}
        {rows.length > 0 ? <ChargeTable charges={rows} onAsk={(step, charge) => { setAsked({ step, charges: [charge] }); }} /> : null}
      </div>
      {asked ? <SettleDialog {...asked} onClose={() => { setAsked(null); }} /> : null}
    </Page>
  );
}

/** Which day and state, as the address says; today where it says nothing. */
function useView() {
  const [params, setParams] = useSearchParams();
  const told = params.get("date");
  const date = told === EVERY ? "" : isDay(told) ? told : today();
  const state = CHOICES.find(({ key }) => key === params.get("state"))?.key ?? EVERY;
  const change = (changes: { date?: string; state?: string }) => {
    setParams({ date: date || EVERY, state, ...changes }, { replace: true });
  };
  return { date, state, change };
}

function DayChoice({ date, onChoose }: { date: string; onChoose: (day: string) => void }) {
  const day = date || today();
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Button look="quiet" size="small" aria-label={texts.earlier} onClick={() => { onChoose(addDays(day, -1)); }}>
        <ChevronLeft aria-hidden="true" className="size-4" />
      </Button>
      <Field label={texts.day}>
        {(ids) => <Input {...ids} type="date" value={date} onChange={(event) => { onChoose(event.target.value || EVERY); }} />}
      </Field>
      <Button look="quiet" size="small" aria-label={texts.later} onClick={() => { onChoose(addDays(day, 1)); }}>
        <ChevronRight aria-hidden="true" className="size-4" />
      </Button>
      <Button look={date ? "quiet" : "primary"} size="small" aria-pressed={date === ""} onClick={() => { onChoose(EVERY); }}>
        {texts.allDays}
      </Button>
    </div>
  );
}
