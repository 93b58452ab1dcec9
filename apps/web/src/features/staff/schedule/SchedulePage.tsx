import { CloudLightning, Plus, Repeat } from "lucide-react";
import { useCallback, useState } from "react";
import { Link } from "react-router";
import { Page } from "@/components/layout/Page";
import { Button } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { useListedActivities, type ListedActivity } from "../parts/activities-call";
import { PageHead } from "../parts/PageHead";
import { Board } from "./Board";
import { BoardToolbar } from "./BoardToolbar";
import { DepartureDialog } from "./DepartureDialog";
import { NewDepartureDialog } from "./NewDepartureDialog";
import { texts } from "./texts";
import { useBoardSlots } from "./useBoardSlots";
import { useBoardView } from "./useBoardView";

const NONE: ListedActivity[] = [];

/** Everything that departs on a day or in a week, and what the desk can do about it. */
export function SchedulePage() {
  const [view, change] = useBoardView();
  const activities = useListedActivities();
  const slots = useBoardSlots(view.span, view.day);
  const [opened, setOpened] = useState<string | null>(null);
  const [isMaking, setMaking] = useState(false);
  const close = useCallback(() => {
    setOpened(null);
    setMaking(false);
  }, []);
  const known = activities.data ?? NONE;
  const problem = slots.problem ?? (activities.data ? null : activities.error);
  return (
    <Page title={texts.title} className="max-w-none">
      <PageHead title={texts.title}>
        <Button size="small" onClick={() => { setMaking(true); }}>
          <Plus aria-hidden="true" className="size-4" />
          {texts.make}
        </Button>
        <Button look="quiet" size="small" asChild>
          <Link to={`/desk/schedule/recurring${view.activity ? `?activity=${view.activity}` : ""}`}>
            <Repeat aria-hidden="true" className="size-4" />
            {texts.recurring}
          </Link>
        </Button>
        <Button look="danger" size="small" asChild>
          <Link to={`/desk/schedule/close?date=${view.day}`}>
            <CloudLightning aria-hidden="true" className="size-4" />
            {texts.close}
          </Link>
        </Button>
      </PageHead>
      <BoardToolbar view={view} activities={known} onChange={change} />
      {problem ? (
        <Problem problem={problem} onRetry={() => { slots.retry(); void activities.refetch(); }} />
      ) : slots.isLoading || activities.isPending ? (
        <BoardSkeleton />
      ) : (
        <Board view={view} days={slots.days} activities={known} onChange={change} onOpen={setOpened} onMake={() => { setMaking(true); }} />
      )}
      <DepartureDialog id={opened} activities={known} onClose={close} />
      <NewDepartureDialog isOpen={isMaking} day={view.day} chosen={view.activity} activities={known} onClose={close} />
    </Page>
  );
}

function BoardSkeleton() {
  return (
    <div role="status" className="grid gap-2">
      <span className="sr-only">{texts.title}</span>
      {Array.from({ length: 8 }, (_, n) => (
        <Skeleton key={n} className="h-14" />
      ))}
    </div>
  );
}
