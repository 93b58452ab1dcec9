import { useParams } from "react-router";
import { NotFound } from "@/components/layout/ErrorBoundary";
import { Page } from "@/components/layout/Page";
import { Loading, Skeleton } from "@/components/ui/Loading";
import { Problem } from "@/components/ui/Problem";
import { useActivity } from "@/lib/activity-call";
import { asApiError } from "@/lib/errors";
import { ActivityDetail } from "./detail/ActivityDetail";
import { texts } from "./texts";

/** One activity, with its times and prices. */
export function ActivityPage() {
  const { key = "" } = useParams();
  const { data: activity, error, refetch } = useActivity(key);
  if (error && !activity && asApiError(error).status === 404) return <NotFound />;
  return (
    <Page title={activity?.name ?? texts.activities.title} className="pt-0 pb-12 sm:pt-6 lg:pb-10">
      {activity ? (
        <ActivityDetail key={activity.id} activity={activity} />
      ) : error ? (
        <Problem problem={error} onRetry={() => void refetch()} />
      ) : (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_25rem] lg:gap-10">
          <div>
            <Skeleton className="-mx-4 aspect-[3/2] rounded-none sm:mx-0 sm:aspect-[16/9] sm:rounded-card" />
            <Loading rows={2} />
          </div>
          <Skeleton className="h-[36rem] rounded-card" />
        </div>
      )}
    </Page>
  );
}
