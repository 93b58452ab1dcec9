import { useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "@/components/ui/Button";
import { resort } from "@/lib/resort";
import { useStore } from "@/lib/store";
import { toast } from "@/lib/toast";
import { PageHead } from "../parts/PageHead";
import { Refusal } from "../parts/Refusal";
import { useCreateActivity } from "./activity-calls";
import { ActivityForm } from "./ActivityForm";
import { askedOf, problemsOf, type Problems } from "./asked";
import { NEW_DRAFT, type Draft } from "./draft";
import { texts } from "./texts";

/** A new activity; once it is there, it gets its pictures and its schedule. */
export function NewActivity() {
  const { currency } = useStore(resort);
  const [draft, setDraft] = useState<Draft>(NEW_DRAFT);
  const [problems, setProblems] = useState<Problems>({});
  const create = useCreateActivity();
  const go = useNavigate();
  const submit = () => {
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    create.mutate(askedOf(draft, null), {
      onSuccess: (made) => {
        toast.success(texts.edit.created);
        void go(`/desk/catalogue/${made.id}`);
      },
    });
  };
  return (
    <>
      <PageHead title={texts.edit.newTitle} back={{ to: "/desk/catalogue", label: texts.title }} />
      <form className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-5" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <ActivityForm draft={draft} problems={problems} currency={currency} set={(changed) => { setDraft((had) => ({ ...had, ...changed })); }} />
        {Object.keys(problems).length > 0 ? <p role="alert" className="text-coral-deep">{texts.edit.check}</p> : null}
        <Refusal problem={create.error} />
        <Button type="submit" className="justify-self-start" isBusy={create.isPending}>
          {texts.edit.create}
        </Button>
      </form>
    </>
  );
}
