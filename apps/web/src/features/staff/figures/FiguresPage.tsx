import type { Summary } from "@/api/shapes";
import { Page } from "@/components/layout/Page";
import { Field, Input } from "@/components/ui/Field";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { dayInWords } from "@/lib/days";
import { money, zoned } from "@/lib/format";
import { CsvLink } from "../parts/CsvLink";
import { PageHead } from "../parts/PageHead";
import { Tabs } from "../parts/Tabs";
import { DayChart } from "./DayChart";
import { Doors } from "./Doors";
import { FigureTable } from "./FigureTable";
import { percent } from "./percent";
import { nameOfSpan, spanOf, useView, type SpanName } from "./span";
import { useSummary } from "./summary-call";
import { texts } from "./texts";
import { Tiles } from "./Tiles";

const SPANS = (Object.keys(texts.span) as SpanName[]).map((key) => ({ key, label: texts.span[key] }));
const GROUPS: { key: Summary["group"]; label: string }[] = [
  { key: "day", label: texts.group.day },
  { key: "activity", label: texts.group.activity },
];

/** What the resort sold: in all, by day as charts, and every figure in a table. */
export function FiguresPage() {
  const { span, group, change } = useView();
  const byDay = useSummary(span, "day");
  const grouped = useSummary(span, group);
  return (
    <Page title={texts.title} className="max-w-none">
      <PageHead title={texts.title}>
        <CsvLink label={texts.csv} path="/staff/reports/summary/" query={{ ...span, group }} />
      </PageHead>
      <p className="-mt-3 mb-4 text-ink-soft">{texts.lead}</p>
      <div className="flex flex-wrap items-end gap-4">
        <Tabs label={texts.spans} choices={SPANS} chosen={nameOfSpan(span)} onChoose={(name) => { change(spanOf(name)); }} />
        <DayField label={texts.from} day={span.from} onChoose={(from) => { change({ from }); }} />
        <DayField label={texts.to} day={span.to} onChoose={(to) => { change({ to }); }} />
      </div>
      <div aria-busy={byDay.isPlaceholderData} className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-6 aria-busy:opacity-60">
        {byDay.isPending ? <Loading /> : null}
        {byDay.isError ? <Problem problem={byDay.error} onRetry={() => void byDay.refetch()} /> : null}
        {byDay.data && !byDay.isError ? <Charts summary={byDay.data} /> : null}
        <div>
          <Tabs label={texts.group.label} choices={GROUPS} chosen={group} onChoose={(next) => { change({ group: next }); }} />
        </div>
        {grouped.data && !grouped.isError ? <FigureTable summary={grouped.data} /> : null}
      </div>
    </Page>
  );
}

function DayField({ label, day, onChoose }: { label: string; day: string; onChoose: (day: string) => void }) {
  return (
    <Field label={label} className="w-44">
      {(ids) => <Input {...ids} type="date" value={day} onChange={(event) => { if (event.target.value) onChoose(event.target.value); }} />}
    </Field>
  );
}

function Charts({ summary }: { summary: Summary }) {
  const { items, total } = summary;
  const days = items.map(({ day = "" }) => day);
  const inWords = (day: string) => (day ? dayInWords(day, { month: "short", day: "numeric" }, zoned().locale) : "");
  return (
    <>
      <Tiles summary={summary} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_17rem]">
        <DayChart label={texts.charts.occupancy} days={days} values={items.map(({ rate }) => rate)} inWords={percent} dayInWords={inWords} />
        <DayChart
          label={texts.charts.revenue}
          days={days}
          values={items.map(({ revenue }) => Number(revenue))}
          inWords={(value) => money(String(value), total.currency, "0")}
          dayInWords={inWords}
        />
        <Doors total={total} />
      </div>
    </>
  );
}
