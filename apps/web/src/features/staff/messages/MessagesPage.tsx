import { Link, useSearchParams } from "react-router";
import type { Outgoing } from "@/api/shapes";
import { Page } from "@/components/layout/Page";
import { Button } from "@/components/ui/Button";
import { Loading } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { inWords } from "@/lib/errors";
import { clockTime, shortDay, spaced } from "@/lib/format";
import { toast } from "@/lib/toast";
import { DataTable, type Column } from "../parts/DataTable";
import { Empty } from "../parts/Empty";
import { PageHead } from "../parts/PageHead";
import { Tabs } from "../parts/Tabs";
import { MessageStateBadge } from "./MessageStateBadge";
import { useMessages } from "./messages-call";
import { useRetry } from "./retry-call";
import { RetryButton } from "./RetryButton";
import { kindInWords, texts } from "./texts";

type State = Outgoing["status"];

const STATES = Object.keys(texts.state) as State[];
const COLUMNS: Column<Outgoing>[] = [
  { head: texts.columns.kind, cell: ({ kind }) => kindInWords(kind) },
  { head: texts.columns.guest, cell: ({ name, phone }) => [name || texts.nobody, phone].filter(Boolean).join(", ") },
  { head: texts.columns.booking, cell: ({ reference }) => (reference ? <ToBooking reference={reference} /> : null) },
  { head: texts.columns.reason, cell: ({ reason }) => reason },
  { head: texts.columns.attempts, cell: ({ attempts }) => attempts, isNumber: true },
  { head: texts.columns.since, cell: ({ since }) => <span className="lg:whitespace-nowrap">{shortDay(since)}, {clockTime(since)}</span> },
  { head: texts.columns.state, cell: ({ status }) => <MessageStateBadge state={status} /> },
  { head: texts.columns.act, cell: (message) => <RetryButton message={message} />, isQuiet: true },
];

/** What guests are told: the failed ones first, each with the reason and another try. */
export function MessagesPage() {
  const [params, setParams] = useSearchParams();
  const state = STATES.find((one) => one === params.get("status")) ?? "failed";
  const found = useMessages(state);
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={texts.title} className="max-w-none">
      <PageHead title={texts.title}>{state === "failed" && rows.length > 1 ? <RetryAll messages={rows} /> : null}</PageHead>
      <p className="-mt-3 mb-4 text-ink-soft">{texts.lead}</p>
      <Tabs
        label={texts.states}
        choices={STATES.map((one) => ({ key: one, label: texts.state[one] }))}
        chosen={state}
        onChoose={(status) => { setParams({ status }, { replace: true }); }}
      />
      <div className="mt-5 grid gap-4">
        {found.isPending ? <Loading /> : null}
        {found.isError ? <Problem problem={found.error} onRetry={() => void found.refetch()} /> : null}
        {found.data && rows.length === 0 ? (
          <Empty title={state === "failed" ? texts.none.failed : texts.none.other}>{state === "failed" ? <p>{texts.noneLead}</p> : null}</Empty>
        ) : null}
        {rows.length > 0 ? <DataTable label={texts.list} columns={COLUMNS} rows={rows} keyOf={({ id }) => id} /> : null}
        {found.hasNextPage ? (
          <Button look="quiet" className="justify-self-center" isBusy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {texts.more}
          </Button>
        ) : null}
      </div>
    </Page>
  );
}

function RetryAll({ messages }: { messages: Outgoing[] }) {
  const retry = useRetry();
  const go = async () => {
    for (const { id } of messages) await retry.mutateAsync(id);
    toast.success(texts.retried);
  };
  return (
    <>
      <Button look="quiet" size="small" isBusy={retry.isPending} onClick={() => { go().catch(() => undefined); }}>
        {texts.retryAll(messages.length)}
      </Button>
      {retry.error ? <p role="alert" className="text-coral-deep">{inWords(retry.error)}</p> : null}
    </>
  );
}

function ToBooking({ reference }: { reference: string }) {
  return (
    <Link to={`/desk/bookings/${reference}`} className="inline-flex min-h-11 items-center font-semibold tracking-wider whitespace-nowrap text-lagoon-deep underline-offset-4 hover:underline">
      {spaced(reference)}
    </Link>
  );
}
