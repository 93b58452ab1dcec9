import { useState } from "react";
import { useSearchParams } from "react-router";
import type { Schedule } from "@/api/shapes";
import { Page } from "@/components/layout/Page";
import { Button } from "@/components/ui/Button";
import { Field, Select } from "@/components/ui/Field";
import { Skeleton } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { useListedActivities } from "../parts/activities-call";
import { PageHead } from "../parts/PageHead";
import { ScheduleCard } from "./ScheduleCard";
import { ScheduleDialog } from "./ScheduleDialog";
import { ScheduleOutcome } from "./ScheduleOutcome";
import { useSchedules, type Outcome } from "./schedules-call";
import { texts } from "./texts";

const { repeats } = texts;

/** The schedules by which an activity departs again and again. */
export function RecurringPage() {
  const [address, setAddress] = useSearchParams();
  const activities = useListedActivities().data ?? [];
  const chosen = address.get("activity") ?? "";
  const known = activities.find((one) => one.slug === chosen || one.id === chosen);
  return (
    <Page title={repeats.title}>
      <PageHead title={repeats.title} back={{ to: "/desk/schedule", label: texts.title }} />
      <Field label={texts.board.activity} className="mb-6 max-w-md">
        {(ids) => (
          <Select {...ids} value={known?.slug ?? ""} onChange={({ target }) => { setAddress(target.value ? { activity: target.value } : {}); }}>
            <option value="">–</option>
            {activities.map(({ id, slug, name }) => (
              <option key={id} value={slug}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {known ? <Schedules key={known.id} activity={known.id} name={known.name} /> : <p className="text-ink-soft">{repeats.choose}</p>}
    </Page>
  );
}

function Schedules({ activity, name }: { activity: string; name: string }) {
  const found = useSchedules(activity);
  const [edited, setEdited] = useState<Schedule | "new" | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (found.isError) return <Problem problem={found.error} onRetry={() => void found.refetch()} />;
  return (
    <section aria-label={name} className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">{name}</h2>
        <Button onClick={() => { setEdited("new"); }}>{repeats.make}</Button>
      </div>
      {outcome ? <ScheduleOutcome outcome={outcome} /> : null}
      {found.isPending ? <Skeleton className="h-28" /> : null}
      {found.data?.length === 0 ? (
        <p className="rounded-card border border-dashed border-line px-5 py-10 text-center text-ink-soft">{repeats.none}</p>
      ) : null}
      {found.data?.map((schedule) => (
        <ScheduleCard key={schedule.id} schedule={schedule} onChange={() => { setEdited(schedule); }} onEnded={setOutcome} />
      ))}
      <ScheduleDialog
        activity={activity}
        schedule={edited === "new" ? null : edited}
        isOpen={edited !== null}
        onClose={() => { setEdited(null); }}
        onSaved={setOutcome}
      />
    </section>
  );
}
