import { Field, Input } from "@/components/ui/Field";
import { resort } from "@/lib/resort";
import { useStore } from "@/lib/store";
import { texts } from "./texts";

interface Props {
  min: string;
  max: string;
  problem: "bad" | "turned" | null;
  onChange: (part: { min?: string; max?: string }) => void;
}

/** From how much to how much; either end may stay open. */
export function BudgetFields({ min, max, problem, onChange }: Props) {
  const { currency } = useStore(resort);
  const { bad, turned } = { bad: texts.profile.budgetBad, turned: texts.profile.budgetTurned };
  return (
    <fieldset>
      <legend className="text-sm font-semibold text-ink-soft">
        {texts.profile.budget} ({currency})
      </legend>
      <div className="mt-1 grid grid-cols-2 items-start gap-3">
        <Field label={texts.profile.budgetMin}>
          {(ids) => (
            <Input {...ids} inputMode="decimal" placeholder={texts.profile.budgetAny} value={min} onChange={(event) => { onChange({ min: event.target.value }); }} />
          )}
        </Field>
        <Field label={texts.profile.budgetMax} error={problem ? { bad, turned }[problem] : undefined}>
          {(ids) => (
            <Input {...ids} inputMode="decimal" placeholder={texts.profile.budgetAny} value={max} onChange={(event) => { onChange({ max: event.target.value }); }} />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
