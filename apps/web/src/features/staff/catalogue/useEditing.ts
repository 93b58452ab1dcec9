import { useState } from "react";
import type { DeskActivity } from "@/api/shapes";
import { asApiError } from "@/lib/errors";
import { getTagged, type Tagged } from "@/lib/http";
import { toast } from "@/lib/toast";
import { useChangeActivity } from "./activity-calls";
import { askedOf, problemsOf, type Problems } from "./asked";
import { differing, draftOf, type Draft } from "./draft";
import { texts } from "./texts";

function fieldsOf(details: Record<string, unknown>): Problems {
  const { fields } = details;
  if (typeof fields !== "object" || fields === null) return {};
  return Object.fromEntries(Object.entries(fields).map(([name, told]) => [name, Array.isArray(told) ? told.join(" ") : String(told)]));
}

/**
 * An activity being edited. What the form began with stays its base, whatever comes in meanwhile: only so can somebody
 * else's change be told from one's own.
 */
export function useEditing(seen: Tagged<DeskActivity>) {
  const [base, setBase] = useState(seen);
  const [draft, setDraft] = useState<Draft>(() => draftOf(seen.value));
  const [problems, setProblems] = useState<Problems>({});
  const [theirs, setTheirs] = useState<Tagged<DeskActivity> | null>(null);
  const change = useChangeActivity();
  const isDirty = differing(draft, draftOf(base.value)).length > 0;

  // What was changed besides the form (pictures, another window) is taken over where it contradicts nothing typed.
  if (isNewer(seen, base) && (!isDirty || differing(draftOf(seen.value), draftOf(base.value)).length === 0)) {
    setBase(seen);
    if (!isDirty) setDraft(draftOf(seen.value));
  }

  const adopt = (state: Tagged<DeskActivity>) => {
    setBase(state);
    setDraft(draftOf(state.value));
    setTheirs(null);
    setProblems({});
  };
  const refused = async (problem: unknown) => {
    const error = asApiError(problem);
    setProblems(fieldsOf(error.details));
    if (error.code === "PRECONDITION_FAILED") setTheirs(await getTagged<DeskActivity>(`/staff/activities/${base.value.id}/`));
  };
  const send = async (asked: Record<string, unknown>, tag: string, done: string, take = adopt) => {
    try {
      take(await change.mutateAsync({ id: base.value.id, asked, tag }));
      toast.success(done);
    } catch (problem) {
      await refused(problem);
    }
  };
  return {
    draft,
    base: base.value,
    problems,
    theirs,
    isDirty,
    isBusy: change.isPending,
    error: change.error,
    set: (changed: Partial<Draft>) => {
      setDraft((had) => ({ ...had, ...changed }));
    },
    save: () => {
      const found = problemsOf(draft);
      setProblems(found);
      if (Object.keys(found).length === 0) void send(askedOf(draft, base.value), base.tag, texts.edit.saved);
    },
    keepMine: () => {
      if (theirs) void send(askedOf(draft, base.value), theirs.tag, texts.edit.saved);
    },
    takeTheirs: () => {
      if (theirs) adopt(theirs);
      change.reset();
    },
    putOnSale: (isActive: boolean) => {
      void send({ is_active: isActive }, base.tag, isActive ? texts.edit.activated : texts.edit.deactivated, setBase);
    },
  };
}

function isNewer(one: Tagged<DeskActivity>, other: Tagged<DeskActivity>): boolean {
  const versionOf = ({ tag }: Tagged<DeskActivity>) => Number(tag.replace(/\D/g, ""));
  return versionOf(one) > versionOf(other);
}
