import { X } from "lucide-react";
import { useState } from "react";
import type { DeskResource, Need } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Field, Input, Select } from "@/components/ui/Field";
import { Skeleton } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { Section } from "@/components/ui/Section";
import { toast } from "@/lib/toast";
import { Refusal } from "../parts/Refusal";
import { useNeeds, useResources, useSetNeeds } from "./resource-calls";
import { ResourcesDialog } from "./ResourcesDialog";
import { texts } from "./texts";

const { needs: words } = texts;

/** The boats, therapists and rooms that each departure of an activity takes. */
export function NeedsSection({ activity }: { activity: string }) {
  const [isManaging, setManaging] = useState(false);
  const needs = useNeeds(activity);
  const resources = useResources();
  const problem = needs.error ?? resources.error;
  return (
    <Section title={texts.sections.needs}>
      <div className="grid gap-4">
        <p className="text-ink-soft">{words.lead}</p>
        {problem ? <Problem problem={problem} onRetry={() => { void needs.refetch(); void resources.refetch(); }} /> : null}
        {needs.data && resources.data ? (
          resources.data.length === 0 ? (
            <p>{words.nothingThere}</p>
          ) : (
            <NeedsForm key={JSON.stringify(needs.data)} activity={activity} had={needs.data} resources={resources.data} />
          )
        ) : problem ? null : (
          <Skeleton className="h-24" />
        )}
        <Button look="plain" size="small" className="-ml-3 justify-self-start" onClick={() => { setManaging(true); }}>
          {words.manage}
        </Button>
        <ResourcesDialog isOpen={isManaging} onClose={() => { setManaging(false); }} />
      </div>
    </Section>
  );
}

type Typed = Record<"resource_id" | "units" | "minutes_before" | "minutes_after", string>;
const COUNTS = [
  { name: "units", label: words.units },
  { name: "minutes_before", label: words.before },
  { name: "minutes_after", label: words.after },
] as const;

function typedOf(need: Need): Typed {
  return {
    resource_id: need.resource_id,
    units: String(need.units),
    minutes_before: String(need.minutes_before),
    minutes_after: String(need.minutes_after),
  };
}

function needOf(typed: Typed): Need {
  return {
    resource_id: typed.resource_id,
    units: Number(typed.units),
    minutes_before: Number(typed.minutes_before),
    minutes_after: Number(typed.minutes_after),
  };
}

function NeedsForm({ activity, had, resources }: { activity: string; had: Need[]; resources: DeskResource[] }) {
  const [typed, setTyped] = useState(() => had.map(typedOf));
  const save = useSetNeeds(activity);
  const nameOf = (id: string) => resources.find((one) => one.id === id)?.name ?? "";
  const unused = resources.filter(({ id }) => !typed.some((one) => one.resource_id === id));
  const put = (id: string, name: keyof Typed, value: string) => {
    setTyped(typed.map((one) => (one.resource_id === id ? { ...one, [name]: value } : one)));
  };
  const isGood = typed.every((one) => COUNTS.every(({ name }) => /^\d{1,4}$/.test(one[name])) && Number(one.units) >= 1);
  return (
    <form className="grid gap-4" onSubmit={(event) => { event.preventDefault(); save.mutate(typed.map(needOf), { onSuccess: () => { toast.success(words.saved); } }); }}>
      {typed.length === 0 ? <p>{words.none}</p> : null}
      {typed.map((one) => (
        <div key={one.resource_id} role="group" aria-label={nameOf(one.resource_id)} className="grid gap-2 rounded-2xl border border-line p-3">
          <div className="flex items-center justify-between gap-2">
            <p className="font-semibold">{nameOf(one.resource_id)}</p>
            <button
              type="button"
              aria-label={words.remove(nameOf(one.resource_id))}
              className="grid size-11 place-items-center rounded-full text-ink-soft hover:bg-sand"
              onClick={() => { setTyped(typed.filter(({ resource_id: id }) => id !== one.resource_id)); }}
            >
              <X aria-hidden="true" className="size-5" />
            </button>
          </div>
          <div className="grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-3">
            {COUNTS.map(({ name, label }) => (
              <Field key={name} label={label}>
                {(ids) => <Input {...ids} inputMode="numeric" value={one[name]} onChange={({ target }) => { put(one.resource_id, name, target.value); }} />}
              </Field>
            ))}
          </div>
        </div>
      ))}
      {unused.length > 0 ? (
        <Field label={words.add}>
          {(ids) => (
            <Select
              {...ids}
              value=""
              onChange={({ target }) => {
                if (target.value) setTyped([...typed, { resource_id: target.value, units: "1", minutes_before: "0", minutes_after: "0" }]);
              }}
            >
              <option value="">–</option>
              {unused.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <Refusal problem={save.error} />
      <Button type="submit" size="small" className="justify-self-start" disabled={!isGood || JSON.stringify(typed.map(needOf)) === JSON.stringify(had)} isBusy={save.isPending}>
        {words.save}
      </Button>
    </form>
  );
}
