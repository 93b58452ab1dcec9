import { Button } from "@/components/ui/Button";
import { Field, Input } from "@/components/ui/Field";
import { texts } from "./texts";

const LONGEST_REASON = 500;

/** Why something is closed, as guests read it; the usual reasons are one tap. */
export function ReasonField({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  return (
    <div className="grid gap-2">
      <Field label={texts.closing.reason}>
        {(ids) => <Input {...ids} maxLength={LONGEST_REASON} value={value} onChange={({ target }) => { onChange(target.value); }} />}
      </Field>
      <div className="flex flex-wrap gap-2">
        {texts.closing.reasons.map((usual) => (
          <Button key={usual} look="quiet" size="small" aria-pressed={value === usual} onClick={() => { onChange(usual); }}>
            {usual}
          </Button>
        ))}
      </div>
    </div>
  );
}
