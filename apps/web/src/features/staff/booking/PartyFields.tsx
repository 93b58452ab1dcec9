import { useId, type RefCallback } from "react";
import type { Activity } from "@/api/shapes";
import { Input } from "@/components/ui/Field";
import { money } from "@/lib/format";
import { quote, type Party } from "@/lib/party";
import { texts } from "./texts";

interface Props {
  activity: Activity;
  party: Party;
  first: RefCallback<HTMLInputElement>;
  error: string | undefined;
  onChange: (party: Party) => void;
}

/** How many of each rate, as numbers that are typed over. */
export function PartyFields({ activity, party, first, error, onChange }: Props) {
  const id = useId();
  const { people, totalCents } = quote(activity, party);
  const least = activity.min_party;
  return (
    <fieldset className="grid gap-1.5">
      <legend className="text-sm font-semibold text-ink-soft">{texts.party}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-3">
        {activity.rates.map((rate, n) => (
          <label key={rate.code} className="grid content-end gap-1 text-sm">
            {rate.label}
            <Input
              ref={n === 0 ? first : undefined}
              inputMode="numeric"
              autoComplete="off"
              maxLength={3}
              className="tabular-nums"
              aria-describedby={`${id}-note`}
              value={String(party[rate.code] ?? 0)}
              onFocus={(event) => { event.target.select(); }}
              onChange={(event) => {
                onChange({ ...party, [rate.code]: Number(event.target.value.replace(/\D/g, "")) });
              }}
            />
          </label>
        ))}
      </div>
      <p id={`${id}-note`} role={error ? "alert" : "status"} className={error ? "text-sm font-semibold text-coral-deep" : "text-sm text-ink-soft"}>
        {error ?? `${texts.total(money((totalCents / 100).toFixed(2), activity.currency))}${people < least ? ` · ${texts.partyTooFew(least)}` : ""}`}
      </p>
    </fieldset>
  );
}
