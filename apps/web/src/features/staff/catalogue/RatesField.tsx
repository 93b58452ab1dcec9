import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { Choice } from "@/components/ui/Choice";
import { Field, Input } from "@/components/ui/Field";
import { NEW_RATE, type RateDraft } from "./draft";
import type { FormProps } from "./FormFields";
import { texts } from "./texts";

const MOST = 20;

/** What each kind of person pays. */
export function RatesField({ draft, problems, set, currency }: FormProps & { currency: string }) {
  const { rates } = draft;
  const put = (n: number, changed: Partial<RateDraft>) => {
    set({ rates: rates.map((rate, at) => (at === n ? { ...rate, ...changed } : rate)) });
  };
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-sm font-semibold text-ink-soft">{texts.rates.title}</legend>
      {rates.map((rate, n) => (
        <OneRate
          key={n}
          rate={rate}
          currency={currency}
          problemOf={(name) => problems[`rates.${n}.${name}`]}
          onChange={(changed) => { put(n, changed); }}
          onRemove={rates.length > 1 ? () => { set({ rates: rates.filter((_, at) => at !== n) }); } : null}
        />
      ))}
      <p className="text-sm text-ink-soft">{problems.rates ?? texts.rates.first}</p>
      {rates.length < MOST ? (
        <Button look="quiet" size="small" className="justify-self-start" onClick={() => { set({ rates: [...rates, NEW_RATE] }); }}>
          <Plus aria-hidden="true" className="size-4" />
          {texts.rates.add}
        </Button>
      ) : null}
    </fieldset>
  );
}

interface RateProps {
  rate: RateDraft;
  currency: string;
  problemOf: (name: keyof RateDraft) => string | undefined;
  onChange: (changed: Partial<RateDraft>) => void;
  onRemove: (() => void) | null;
}

const WIDTHS = { label: 100, code: 50, price: 11, min_age: 3, max_age: 3 };

function OneRate({ rate, currency, problemOf, onChange, onRemove }: RateProps) {
  const field = (name: keyof typeof WIDTHS, label: string, isNumber = false) => (
    <Field label={label} error={problemOf(name)}>
      {(ids) => (
        <Input
          {...ids}
          inputMode={isNumber ? "decimal" : "text"}
          maxLength={WIDTHS[name]}
          value={rate[name]}
          onChange={({ target }) => { onChange({ [name]: target.value }); }}
        />
      )}
    </Field>
  );
  return (
    <div role="group" aria-label={rate.label || texts.rates.add} className="grid gap-3 rounded-2xl border border-line p-3">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] items-start gap-3">
        {field("label", texts.rates.label)}
        {field("price", texts.rates.price(currency), true)}
        {field("code", texts.rates.code)}
        {field("min_age", texts.rates.minAge, true)}
        {field("max_age", texts.rates.maxAge, true)}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Choice label={texts.rates.takesSeat} isChosen={rate.takes_seat} onChange={(takes_seat) => { onChange({ takes_seat }); }} />
        {onRemove ? (
          <Button look="plain" size="small" className="text-coral-deep" onClick={onRemove}>
            <X aria-hidden="true" className="size-4" />
            {texts.rates.remove(rate.label)}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
