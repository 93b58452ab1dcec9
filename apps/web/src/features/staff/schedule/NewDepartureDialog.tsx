import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field, Input, Select } from "@/components/ui/Field";
import { Modal } from "@/components/ui/Modal";
import { today } from "@/lib/days";
import { dayAndTime } from "@/lib/format";
import { toast } from "@/lib/toast";
import type { ListedActivity } from "../parts/activities-call";
import { Refusal } from "../parts/Refusal";
import { momentOf } from "./local-time";
import { useNewDeparture } from "./new-departure-call";
import { texts } from "./texts";

interface Props {
  isOpen: boolean;
  /** The day and the activity that the board shows. */
  day: string;
  chosen: string;
  activities: ListedActivity[];
  onClose: () => void;
}

/** Makes a single departure. */
export function NewDepartureDialog({ isOpen, onClose, ...rest }: Props) {
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={texts.make} lead={texts.single.lead}>
      <Form {...rest} onDone={onClose} />
    </Modal>
  );
}

const POSITIVE = /^[1-9]\d{0,4}$/;

function Form({ day: shown, chosen, activities, onDone }: Omit<Props, "isOpen" | "onClose"> & { onDone: () => void }) {
  const [slug, setSlug] = useState(chosen || (activities[0]?.slug ?? ""));
  const [day, setDay] = useState(shown < today() ? today() : shown);
  const [time, setTime] = useState("");
  const [capacity, setCapacity] = useState("");
  const [wrong, setWrong] = useState("");
  const make = useNewDeparture();
  const activity = activities.find((one) => one.slug === slug);
  const submit = () => {
    const start = day && time ? momentOf(day, time) : null;
    setWrong(start ? "" : day && time ? texts.single.noSuchHour : texts.single.needTime);
    if (!start || !activity) return;
    make.mutate(
      { activity: activity.id, start_time: start, ...(POSITIVE.test(capacity) ? { capacity: Number(capacity) } : {}) },
      { onSuccess: (made) => { toast.success(texts.single.done(`${activity.name}, ${dayAndTime(made.start_time)}`)); onDone(); } },
    );
  };
  return (
    <form className="grid gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Field label={texts.board.activity}>
        {(ids) => (
          <Select {...ids} value={slug} onChange={({ target }) => { setSlug(target.value); }}>
            {activities.map((one) => (
              <option key={one.id} value={one.slug}>
                {one.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={texts.board.date}>
          {(ids) => <Input {...ids} type="date" min={today()} value={day} onChange={({ target }) => { setDay(target.value); }} />}
        </Field>
        <Field label={texts.single.time}>
          {(ids) => <Input {...ids} type="time" value={time} onChange={({ target }) => { setTime(target.value); }} />}
        </Field>
      </div>
      <Field label={texts.single.capacity} hint={activity ? texts.single.usual(activity.capacity_per_slot) : ""}>
        {(ids) => <Input {...ids} inputMode="numeric" pattern="[1-9][0-9]{0,4}" value={capacity} onChange={({ target }) => { setCapacity(target.value); }} />}
      </Field>
      {wrong ? <p role="alert" className="text-coral-deep">{wrong}</p> : null}
      <Refusal problem={make.error} />
      <Button type="submit" size="wide" isBusy={make.isPending}>
        {texts.single.yes}
      </Button>
    </form>
  );
}
