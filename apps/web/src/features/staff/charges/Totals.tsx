import { Badge } from "@/components/ui/Badge";
import { money } from "@/lib/format";
import { texts } from "./texts";
import { STATES, type totalsOf } from "./totals";

export const LOOKS = { open: "warm", posted: "good", waived: "grey" } as const;

/** What the charges come to, by state. */
export function Totals({ totals, currency }: { totals: ReturnType<typeof totalsOf>; currency: string }) {
  return (
    <dl aria-label={texts.totals} className="grid grid-cols-1 gap-3 sm:grid-cols-3">
      {STATES.map((state) => (
        <div key={state} className="flex items-baseline justify-between gap-3 rounded-card border border-line bg-shell px-5 py-4">
          <dt>
            <Badge look={LOOKS[state]}>
              {texts.state[state]} ({totals[state].count})
            </Badge>
          </dt>
          <dd className="font-display text-2xl font-semibold">{money(totals[state].amount, currency, "0")}</dd>
        </div>
      ))}
    </dl>
  );
}
