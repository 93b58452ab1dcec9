import { Field, Input } from "@/components/ui/Field";
import { feeOf } from "./fee";
import { texts } from "./texts";

interface Props {
  currency: string;
  typed: string;
  onType: (typed: string) => void;
}

/** What the desk charges for a change, if anything. */
export function FeeField({ currency, typed, onType }: Props) {
  const error = feeOf(typed) === null ? texts.fee.wrong : undefined;
  return (
    <Field label={texts.fee.label} hint={texts.fee.hint(currency)} error={error}>
      {(ids) => <Input {...ids} inputMode="decimal" autoComplete="off" value={typed} onChange={(event) => { onType(event.target.value); }} />}
    </Field>
  );
}
