import { Trash2 } from "lucide-react";
import { useState } from "react";
import type { DeskResource } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Field, Input } from "@/components/ui/Field";
import { Skeleton } from "@/components/ui/Loading";
import { Modal } from "@/components/ui/Modal";
import { Problem } from "@/components/ui/Problem";
import { toast } from "@/lib/toast";
import { Refusal } from "../parts/Refusal";
import { useDeleteResource, useResources, useSaveResource } from "./resource-calls";
import { texts } from "./texts";

const { things } = texts;

/** All that activities share: made, counted anew, taken away. */
export function ResourcesDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={things.title} lead={things.lead}>
      <Things />
    </Modal>
  );
}

function Things() {
  const found = useResources();
  if (found.isError) return <Problem problem={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton className="h-40" />;
  return (
    <div className="grid gap-4">
      {found.data.length === 0 ? <p className="text-ink-soft">{things.none}</p> : null}
      {found.data.map((one) => (
        <Thing key={`${one.id} ${one.name} ${one.units}`} thing={one} />
      ))}
      <div className="border-t border-line pt-4">
        <Thing key={found.data.length} thing={null} />
      </div>
    </div>
  );
}

const UNITS = /^[1-9]\d{0,2}$/;

function Thing({ thing }: { thing: DeskResource | null }) {
  const [name, setName] = useState(thing?.name ?? "");
  const [units, setUnits] = useState(String(thing?.units ?? 1));
  const save = useSaveResource(thing?.id ?? null);
  const remove = useDeleteResource();
  const isGood = name.trim() !== "" && UNITS.test(units);
  const isChanged = thing ? name !== thing.name || units !== String(thing.units) : true;
  const submit = () => {
    if (!isGood) return;
    save.mutate(
      { name: name.trim(), units: Number(units) },
      { onSuccess: (saved) => { toast.success(thing ? things.saved(saved.name) : things.added(saved.name)); } },
    );
  };
  return (
    <form className="grid gap-2" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <div className="grid grid-cols-[1fr_6rem_auto] items-end gap-2">
        <Field label={things.name}>
          {(ids) => <Input {...ids} maxLength={200} value={name} onChange={({ target }) => { setName(target.value); }} />}
        </Field>
        <Field label={things.units}>
          {(ids) => <Input {...ids} inputMode="numeric" value={units} onChange={({ target }) => { setUnits(target.value); }} />}
        </Field>
        {thing ? (
          <button
            type="button"
            aria-label={things.remove(thing.name)}
            className="grid size-11 place-items-center rounded-full border border-line hover:border-coral"
            onClick={() => { remove.mutate(thing.id, { onSuccess: () => { toast.success(things.removed(thing.name)); } }); }}
          >
            <Trash2 aria-hidden="true" className="size-5" />
          </button>
        ) : null}
      </div>
      {isChanged ? (
        <Button type="submit" size="small" className="justify-self-start" disabled={!isGood} isBusy={save.isPending}>
          {thing ? things.save : things.add}
        </Button>
      ) : null}
      <Refusal problem={save.error ?? remove.error} />
    </form>
  );
}
