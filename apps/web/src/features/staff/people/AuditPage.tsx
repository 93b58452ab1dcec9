import { Link, useSearchParams } from "react-router";
import type { AuditAct } from "@/api/shapes";
import { Page } from "@/components/layout/Page";
import { Button } from "@/components/ui/Button";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { clockTime, shortDay } from "@/lib/format";
import { DataTable, type Column } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { PageHead } from "../parts/PageHead";
import { AdminsOnly } from "./AdminsOnly";
import { useAudit } from "./audit-call";
import { usePeople } from "./people-call";
import { texts } from "./texts";

const t = texts.audit;

/** Everything that was done; for admins. */
export function AuditPage() {
  return (
    <AdminsOnly>
      <Acts />
    </AdminsOnly>
  );
}

function Acts() {
  const [params] = useSearchParams();
  const subject = params.get("subject") ?? "";
  const found = useAudit(subject);
  const people = usePeople();
  const names = new Map((people.data ?? []).map(({ id, name }) => [id, name]));
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t.title} className="max-w-none">
      <PageHead title={subject ? t.one : t.title}>
        {subject ? (
          <Button asChild look="quiet" size="small">
            <Link to="/desk/audit">{t.everything}</Link>
          </Button>
        ) : null}
      </PageHead>
      <p className="-mt-3 mb-4 text-ink-soft">{t.lead}</p>
      <div className="grid gap-4">
        {found.isPending ? <Loading /> : null}
        {found.isError ? <Problem problem={found.error} onRetry={() => void found.refetch()} /> : null}
        {found.data && rows.length === 0 ? <Empty title={t.none} /> : null}
        {rows.length > 0 ? <DataTable label={t.list} columns={columnsWith(names)} rows={rows} keyOf={({ id }) => id} /> : null}
        {found.hasNextPage ? (
          <Button look="quiet" className="justify-self-center" isBusy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t.more}
          </Button>
        ) : null}
      </div>
    </Page>
  );
}

function columnsWith(names: Map<string, string>): Column<AuditAct>[] {
  return [
    { head: t.columns.act, cell: ({ action, reason }) => [action, reason].filter(Boolean).join(" · ") },
    { head: t.columns.at, cell: ({ at }) => <span className="lg:whitespace-nowrap">{shortDay(at)}, {clockTime(at)}</span> },
    { head: t.columns.who, cell: ({ actor, actor_id: id, door }) => `${names.get(id ?? "") ?? t.actor[actor]}${door ? ` · ${door}` : ""}` },
    { head: t.columns.subject, cell: (act) => <Subject act={act} /> },
    { head: t.columns.changed, cell: ({ changed }) => changed.join(", ").replaceAll("_", " ") },
    { head: t.columns.request, cell: ({ request_id: request }) => <span className="text-sm text-ink-soft">{request}</span> },
  ];
}

function Subject({ act: { subject, subject_id: id } }: { act: AuditAct }) {
  return (
    <Link
      to={`/desk/audit?subject=${id}`}
      className="inline-flex min-h-11 items-center text-lagoon-deep underline-offset-4 hover:underline"
    >
      <span className="sr-only">{t.alone}: </span>
      {subject} {id.slice(-6)}
    </Link>
  );
}
