import { useState } from "react";
import type { Schedule } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Choice } from "@/components/ui/Choice";
import { Field, Input } from "@/components/ui/Field";
import { Modal } from "@/components/ui/Modal";
import { today } from "@/lib/days";
import { Refusal } from "../parts/Refusal";
import { DatesAndTimes } from "./DatesAndTimes";
import { dayWords, timeWords } from "./in-words";
import { askedOf, draftOf, WEEKDAYS, type RhythmDraft } from "./rhythm";
import { useSaveSchedule, type Outcome } from "./schedules-call";
import { texts } from "./texts";

interface Props {
  activity: string;
  /** The one to change; null: a new one. */
  schedule: Schedule | null;
  isOpen: boolean;
  onClose: () => void;
  onSaved: (outcome: Outcome) => void;
}

const { repeats } = texts;

/** When an activity departs, again and again: made, or changed. */
export function ScheduleDialog({ isOpen, ...rest }: Props) {
  return (
    <Modal isOpen={isOpen} onClose={rest.onClose} title={rest.schedule ? repeats.change : repeats.make}>
      <Form {...rest} />
    </Modal>
  );
}

const NEW: Omit<RhythmDraft, "from"> = { weekdays: [], times: [], until: "", capacity: "", except: [] };

function problemOf(draft: RhythmDraft, rule: string | null): string {
  if (draft.weekdays.length === 0 && !rule) return repeats.needDays;
  if (draft.times.length === 0 && !rule?.includes("BYHOUR")) return repeats.needTimes;
  return draft.until && draft.until < draft.from ? texts.stretch.backwards : "";
}

function Form({ activity, schedule, onClose, onSaved }: Omit<Props, "isOpen">) {
  const [draft, setDraft] = useState<RhythmDraft>(() => (schedule ? draftOf(schedule) : { ...NEW, from: today() }));
  const [wrong, setWrong] = useState("");
  const save = useSaveSchedule(activity, schedule?.id ?? null);
  const set = (changed: Partial<RhythmDraft>) => {
    setDraft((had) => ({ ...had, ...changed }));
  };
  const rule = schedule && draft.weekdays.length === 0 ? schedule.rrule : null;
  const submit = () => {
    const problem = problemOf(draft, rule);
    setWrong(problem);
    if (problem) return;
    save.mutate(askedOf(draft, schedule), { onSuccess: (outcome) => { onSaved(outcome); onClose(); } });
  };
  return (
    <form className="grid gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <div role="group" aria-label={repeats.days} className="flex flex-wrap gap-2">
        {WEEKDAYS.map((day) => (
          <Choice
            key={day}
            label={repeats.weekdays[day]}
            isChosen={draft.weekdays.includes(day)}
            onChange={(isIn) => { set({ weekdays: WEEKDAYS.filter((one) => (one === day ? isIn : draft.weekdays.includes(one))) }); }}
          />
        ))}
      </div>
      {rule ? <p className="text-sm text-ink-soft">{repeats.rule(rule)}</p> : null}
      <DatesAndTimes label={repeats.time} addLabel={repeats.addTime} type="time" values={draft.times} inWords={timeWords} onChange={(times) => { set({ times }); }} />
      <div className="grid grid-cols-2 items-end gap-3">
        <Field label={repeats.from}>
          {(ids) => (
            <Input {...ids} type="date" required disabled={schedule !== null} value={draft.from} onChange={({ target }) => { set({ from: target.value }); }} />
          )}
        </Field>
        <Field label={repeats.until}>
          {(ids) => <Input {...ids} type="date" min={draft.from} value={draft.until} onChange={({ target }) => { set({ until: target.value }); }} />}
        </Field>
      </div>
      <div>
        <Choice label={repeats.isOpen} isChosen={draft.until === ""} onChange={(isOpen) => { set({ until: isOpen ? "" : draft.from }); }} />
      </div>
      <DatesAndTimes label={repeats.except} addLabel={repeats.addDay} type="date" values={draft.except} inWords={dayWords} onChange={(except) => { set({ except }); }} />
      <Field label={repeats.capacity}>
        {(ids) => (
          <Input {...ids} inputMode="numeric" pattern="[1-9][0-9]{0,3}" value={draft.capacity} onChange={({ target }) => { set({ capacity: target.value }); }} />
        )}
      </Field>
      {wrong ? <p role="alert" className="text-coral-deep">{wrong}</p> : null}
      <Refusal problem={save.error} />
      <Button type="submit" size="wide" isBusy={save.isPending}>
        {repeats.save}
      </Button>
    </form>
  );
}
