import { UserPlus } from "lucide-react";
import { useState } from "react";
import type { Person } from "@/api/shapes";
import { Page } from "@/components/layout/Page";
import { Badge } from "@/components/ui/Badge";
import { Button } from "@/components/ui/Button";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { useAuth } from "@/features/auth/useAuth";
import { shortDay } from "@/lib/format";
import { DataTable, type Column } from "../parts/DataTable";
import { PageHead } from "../parts/PageHead";
import { AddDialog } from "./AddDialog";
import { AdminsOnly } from "./AdminsOnly";
import { usePeople } from "./people-call";
import { PersonActs } from "./PersonActs";
import { texts } from "./texts";

/** Who works at the desk; for admins. */
export function PeoplePage() {
  return (
    <AdminsOnly>
      <People />
    </AdminsOnly>
  );
}

function People() {
  const people = usePeople();
  const { user } = useAuth();
  const [isAdding, setAdding] = useState(false);
  const columns: Column<Person>[] = [
    { head: texts.columns.name, cell: ({ id, name }) => <Name name={name} isOwn={id === user?.id} /> },
    { head: texts.columns.phone, cell: ({ phone }) => <span className="tabular-nums">{phone}</span> },
    { head: texts.columns.role, cell: ({ role }) => <Badge look={role === "admin" ? "calm" : "grey"}>{texts.role[role]}</Badge> },
    { head: texts.columns.since, cell: ({ created_at: since }) => shortDay(since) },
    { head: texts.columns.act, cell: (person) => <PersonActs person={person} isOwn={person.id === user?.id} />, isQuiet: true },
  ];
  return (
    <Page title={texts.title} className="max-w-none">
      <PageHead title={texts.title}>
        <Button size="small" onClick={() => { setAdding(true); }}>
          <UserPlus aria-hidden="true" className="size-4" />
          {texts.add.open}
        </Button>
      </PageHead>
      <p className="-mt-3 mb-4 text-ink-soft">{texts.lead}</p>
      {people.isPending ? <Loading /> : null}
      {people.isError ? <Problem problem={people.error} onRetry={() => void people.refetch()} /> : null}
      {people.data ? <DataTable label={texts.list} columns={columns} rows={people.data} keyOf={({ id }) => id} /> : null}
      {isAdding ? <AddDialog onClose={() => { setAdding(false); }} /> : null}
    </Page>
  );
}

function Name({ name, isOwn }: { name: string; isOwn: boolean }) {
  return (
    <span className="font-semibold">
      {name}
      {isOwn ? <span className="font-normal text-ink-soft"> ({texts.you})</span> : null}
    </span>
  );
}
