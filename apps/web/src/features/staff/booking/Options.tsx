import { Choice } from "@/components/ui/Choice";
import { Field, Input, TextArea } from "@/components/ui/Field";
import type { Wish } from "./useQuick";
import { texts } from "./texts";

interface Props {
  wish: Wish;
  holdError: string | undefined;
  onChange: (part: Partial<Wish>) => void;
}

/** What few bookings need. */
export function Options({ wish, holdError, onChange }: Props) {
  return (
    <details open={holdError !== undefined || undefined}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-lagoon-deep">{texts.options}</summary>
      <div className="mt-2 grid gap-4">
        <Field label={texts.hold} hint={texts.holdHint} error={holdError}>
          {(ids) => <Input {...ids} type="datetime-local" value={wish.holdUntil} onChange={(event) => { onChange({ holdUntil: event.target.value }); }} />}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Choice label={texts.isPrivate} isChosen={wish.isPrivate} onChange={(isPrivate) => { onChange({ isPrivate }); }} />
          <Choice label={texts.notify} isChosen={wish.isNotified} onChange={(isNotified) => { onChange({ isNotified }); }} />
        </div>
        <Field label={texts.requests}>
          {(ids) => <TextArea {...ids} rows={2} maxLength={1_000} value={wish.requests} onChange={(event) => { onChange({ requests: event.target.value }); }} />}
        </Field>
        <Field label={texts.note}>
          {(ids) => <TextArea {...ids} rows={2} maxLength={1_000} value={wish.note} onChange={(event) => { onChange({ note: event.target.value }); }} />}
        </Field>
      </div>
    </details>
  );
}
