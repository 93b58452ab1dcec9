import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Choice } from "@/components/ui/Choice";
import { Field, Input } from "@/components/ui/Field";
import { addDays, isDay, today } from "@/lib/days";
import type { ListedActivity } from "../parts/activities-call";
import { useKinds } from "../parts/kinds-call";
import { grouped } from "./board";
import { ReasonField } from "./ReasonField";
import type { Stretch } from "./stretch-call";
import { texts } from "./texts";

export interface Asked {
  stretch: Stretch;
  reason: string;
}

interface Props {
  day: string;
  activities: ListedActivity[];
  isBusy: boolean;
  onLook: (asked: Asked) => void;
  onReopen: (stretch: Stretch) => void;
}

/** From when to when, of which activities, and why. */
export function StretchForm({ day, activities, isBusy, onLook, onReopen }: Props) {
  const start = day < today() ? today() : day;
  const [from, setFrom] = useState(start);
  const [to, setTo] = useState(start);
  const [isAll, setAll] = useState(true);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState("");
  const asked = (): Stretch | null => {
    const isBackwards = !isDay(from) || !isDay(to) || to < from;
    setWrong(isBackwards ? texts.stretch.backwards : !isAll && chosen.size === 0 ? texts.stretch.pick : "");
    if (isBackwards || (!isAll && chosen.size === 0)) return null;
    return { from, to, ...(isAll ? {} : { activity_ids: [...chosen] }) };
  };
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const stretch = asked();
        if (stretch) onLook({ stretch, reason: reason.trim() });
      }}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={texts.stretch.from}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              min={today()}
              value={from}
              onChange={({ target }) => { setFrom(target.value); if (to < target.value) setTo(target.value); }}
            />
          )}
        </Field>
        <Field label={texts.stretch.to}>
          {(ids) => <Input {...ids} type="date" min={from} max={addDays(today(), 365)} value={to} onChange={({ target }) => { setTo(target.value); }} />}
        </Field>
      </div>
      <fieldset className="grid gap-3">
        <legend className="mb-1.5 text-sm font-semibold text-ink-soft">{texts.stretch.which}</legend>
        <div className="flex flex-wrap gap-2">
          <Button look={isAll ? "primary" : "quiet"} size="small" aria-pressed={isAll} onClick={() => { setAll(true); }}>
            {texts.stretch.all}
          </Button>
          <Button look={isAll ? "quiet" : "primary"} size="small" aria-pressed={!isAll} onClick={() => { setAll(false); }}>
            {texts.stretch.some}
          </Button>
        </div>
        {isAll ? null : <ChooseSome activities={activities} chosen={chosen} onChange={setChosen} />}
      </fieldset>
      <ReasonField value={reason} onChange={setReason} />
      {wrong ? <p role="alert" className="text-coral-deep">{wrong}</p> : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" isBusy={isBusy}>
          {texts.closing.look}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            const stretch = asked();
            if (stretch) onReopen(stretch);
          }}
        >
          {texts.stretch.openInstead}
        </Button>
      </div>
    </form>
  );
}

interface ChooseProps {
  activities: ListedActivity[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

function ChooseSome({ activities, chosen, onChange }: ChooseProps) {
  const labels = new Map((useKinds().data ?? []).map(({ code, label }) => [code, label]));
  const put = (ids: string[], isIn: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) if (isIn) next.add(id); else next.delete(id);
    onChange(next);
  };
  return (
    <div className="grid gap-4">
      {[...grouped(activities, (one) => one.category)].map(([kind, some]) => {
        const ids = some.map((one) => one.id);
        const isWhole = ids.every((id) => chosen.has(id));
        const label = labels.get(kind) ?? kind;
        return (
          <div key={kind} role="group" aria-label={label} className="grid gap-2">
            <div>
              <Choice label={label} isChosen={isWhole} onChange={(isIn) => { put(ids, isIn); }} />
            </div>
            <div className="flex flex-wrap gap-2 pl-4">
              {some.map(({ id, name }) => (
                <Choice key={id} label={name} isChosen={chosen.has(id)} onChange={(isIn) => { put([id], isIn); }} />
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}
