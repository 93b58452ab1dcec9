import { useState } from "react";
import type { Category } from "@/api/shapes";
import { Field, Input, Select } from "@/components/ui/Field";
import { Slider } from "@/components/ui/Slider";
import { Stepper } from "@/components/ui/Stepper";
import { addDays, today } from "@/lib/days";
import { money } from "@/lib/format";
import { resort } from "@/lib/resort";
import { useStore } from "@/lib/store";
import { SORTS, type Filters, type Sort } from "../filters";
import { texts } from "../texts";

interface Props {
  filters: Filters;
  kinds: Category[];
  onChange: (changed: Partial<Filters>) => void;
}

const MOST_PEOPLE = 20;
const HORIZON_DAYS = 365;

/** All that the list of activities can be narrowed by. */
export function ActivityFilter({ filters, kinds, onChange }: Props) {
  return (
    <div className="grid gap-5">
      <Field label={texts.activities.category}>
        {(ids) => (
          <Select {...ids} value={filters.category} onChange={(event) => { onChange({ category: event.target.value }); }}>
            <option value="">{texts.activities.allCategories}</option>
            {kinds.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={texts.activities.date}>
        {(ids) => (
          <Input
            {...ids}
            type="date"
            min={today()}
            max={addDays(today(), HORIZON_DAYS)}
            value={filters.date}
            onChange={(event) => { onChange({ date: event.target.value }); }}
          />
        )}
      </Field>
      <Stepper
        label={texts.activities.people}
        value={filters.participants}
        least={1}
        most={MOST_PEOPLE}
        onChange={(participants) => { onChange({ participants }); }}
      />
      <PriceFilter key={filters.maxPrice ?? "any"} value={filters.maxPrice} onChange={(maxPrice) => { onChange({ maxPrice }); }} />
      <Field label={texts.activities.sort}>
        {(ids) => (
          <Select {...ids} value={filters.sort} onChange={(event) => { onChange({ sort: event.target.value as Sort }); }}>
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {texts.activities.sorts[sort]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}

const STEPS = 30;

/** The slider's end means any price. Its range follows the currency: a peso is not a dollar. */
function PriceFilter({ value, onChange }: { value: number | null; onChange: (value: number | null) => void }) {
  const { currency } = useStore(resort);
  const step = stepFor(currency);
  const most = step * STEPS;
  const [shown, setShown] = useState(value ?? most);
  const words = shown >= most ? texts.activities.anyPrice : money(String(shown), currency);
  return (
    <div className="grid gap-1.5">
      <p className="flex justify-between text-sm font-semibold text-ink-soft">
        <span>{texts.activities.price}</span>
        <span className="text-ink">{words}</span>
      </p>
      <Slider
        label={texts.activities.price}
        value={Math.min(shown, most)}
        most={most}
        step={step}
        inWords={words}
        onChange={setShown}
        onCommit={(next) => { onChange(next >= most ? null : next); }}
      />
    </div>
  );
}

// What about ten dollars are, roughly.
const STEP_OF: Partial<Record<string, number>> = { MXN: 200, JPY: 1500, INR: 800, THB: 300, IDR: 150_000, COP: 40_000, ZAR: 200 };

function stepFor(currency: string): number {
  return STEP_OF[currency] ?? 10;
}
