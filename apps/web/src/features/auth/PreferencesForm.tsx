import { useState, type SyntheticEvent } from "react";
import type { Preferences } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { Choice } from "@/components/ui/Choice";
import { Field, TextArea } from "@/components/ui/Field";
import { Skeleton } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { Section } from "@/components/ui/Section";
import { inWords } from "@/lib/errors";
import { toast } from "@/lib/toast";
import { BudgetFields } from "./BudgetFields";
import { useKinds } from "./categories-call";
import { budgetProblem, likesOf, PARTS_OF_DAY, preferencesOf, withChoice, type Likes } from "./likes";
import { usePreferences, usePreferencesChange } from "./preferences-call";
import { texts } from "./texts";

const LONGEST_INTERESTS = 1_000;

/** What the guest likes, for recommendations. */
export function PreferencesForm({ className }: { className?: string }) {
  const kept = usePreferences();
  return (
    <Section title={texts.profile.likesTitle} className={className}>
      <p className="text-ink-soft">{texts.profile.likesLead}</p>
      {kept.data ? <LikesForm kept={kept.data} /> : null}
      {kept.isPending ? <Skeleton className="mt-4 h-64" /> : null}
      {kept.isError && !kept.data ? <Problem problem={kept.error} onRetry={() => void kept.refetch()} /> : null}
    </Section>
  );
}

function LikesForm({ kept }: { kept: Preferences }) {
  const [likes, setLikes] = useState(() => likesOf(kept));
  const [isTried, setTried] = useState(false);
  const change = usePreferencesChange();
  const wrong = isTried ? budgetProblem(likes) : null;
  const set = (part: Partial<Likes>) => {
    setLikes((before) => ({ ...before, ...part }));
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (budgetProblem(likes)) return;
    change.mutate(preferencesOf(likes), {
      onSuccess: () => {
        toast.success(texts.profile.saved);
      },
    });
  };
  return (
    <form className="mt-4 grid gap-5" noValidate onSubmit={submit}>
      <Kinds chosen={likes.categories} onChange={(categories) => { set({ categories }); }} />
      <fieldset>
        <legend className="text-sm font-semibold text-ink-soft">{texts.profile.times}</legend>
        <div className="mt-2 flex flex-wrap gap-2">
          {PARTS_OF_DAY.map((part) => (
            <Choice
              key={part}
              label={texts.profile.timesOf[part]}
              isChosen={likes.times.includes(part)}
              onChange={(isChosen) => { set({ times: withChoice(likes.times, part, isChosen) }); }}
            />
          ))}
        </div>
      </fieldset>
      <BudgetFields min={likes.min} max={likes.max} problem={wrong} onChange={set} />
      <Field
        label={texts.profile.interests}
        hint={texts.profile.interestsHint}
        error={change.error ? inWords(change.error) : undefined}
      >
        {(ids) => (
          <TextArea {...ids} maxLength={LONGEST_INTERESTS} value={likes.interests} onChange={(event) => { set({ interests: event.target.value }); }} />
        )}
      </Field>
      <Button type="submit" className="justify-self-start" isBusy={change.isPending}>
        {texts.profile.save}
      </Button>
    </form>
  );
}

function Kinds({ chosen, onChange }: { chosen: string[]; onChange: (chosen: string[]) => void }) {
  const { data: kinds } = useKinds();
  if (!kinds) return <Skeleton className="h-24" />;
  return (
    <fieldset>
      <legend className="text-sm font-semibold text-ink-soft">{texts.profile.categories}</legend>
      <div className="mt-2 flex flex-wrap gap-2">
        {kinds.map(({ code, label }) => (
          <Choice
            key={code}
            label={label}
            isChosen={chosen.includes(code)}
            onChange={(isChosen) => { onChange(withChoice(chosen, code, isChosen)); }}
          />
        ))}
      </div>
    </fieldset>
  );
}
