import { Field, Input, TextArea } from "@/components/ui/Field";
import type { Problems } from "./asked";
import { COUNTS, type Count, type Draft, type Line, type Paragraph } from "./draft";
import { texts } from "./texts";

export interface FormProps {
  draft: Draft;
  problems: Problems;
  set: (changed: Partial<Draft>) => void;
}

const LONGEST_LINE = 200;

/** A field of one line. */
export function LineField({ name, hint, draft, problems, set }: FormProps & { name: Line; hint?: string }) {
  return (
    <Field label={texts.fields[name]} hint={hint} error={problems[name]}>
      {(ids) => <Input {...ids} maxLength={LONGEST_LINE} value={draft[name]} onChange={({ target }) => { set({ [name]: target.value }); }} />}
    </Field>
  );
}

interface ParagraphProps extends FormProps {
  name: Paragraph | "includes";
  hint?: string;
  longest?: number;
  rows?: number;
}

/** A field of several lines. */
export function ParagraphField({ name, hint, longest = 1_000, rows = 2, draft, problems, set }: ParagraphProps) {
  return (
    <Field label={texts.fields[name]} hint={hint} error={problems[name]}>
      {(ids) => (
        <TextArea {...ids} rows={rows} maxLength={longest} value={draft[name]} onChange={({ target }) => { set({ [name]: target.value }); }} />
      )}
    </Field>
  );
}

/** A field for a whole number. */
export function CountField({ name, hint, draft, problems, set }: FormProps & { name: Count; hint?: string }) {
  const told = hint ?? (COUNTS[name].isOptional ? texts.fields.noLimit : undefined);
  return (
    <Field label={texts.fields[name]} hint={told} error={problems[name]}>
      {(ids) => <Input {...ids} inputMode="numeric" value={draft[name]} onChange={({ target }) => { set({ [name]: target.value }); }} />}
    </Field>
  );
}
