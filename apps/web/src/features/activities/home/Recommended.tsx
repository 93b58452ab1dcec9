import { Opinion } from "@/features/recommendations/Opinion";
import { useRecommendations } from "@/features/recommendations/recommendations-call";
import { texts } from "@/features/recommendations/texts";
import { session } from "@/lib/session";
import { useStore } from "@/lib/store";
import { Shelf } from "./Shelf";

/** What suits this guest, each with the reason; what others like, for who is not known. */
export function Recommended({ labels }: { labels: Record<string, string> }) {
  const { user } = useStore(session);
  const { data, error } = useRecommendations();
  if (error && !data) return null;
  return (
    <Shelf
      id="recommended"
      title={user ? texts.forYou : texts.popular}
      activities={data?.map(({ activity, next_slot: next }) => ({ ...activity, next_slots: [next] }))}
      notes={Object.fromEntries((data ?? []).map(({ activity, reason }) => [activity.id, why(reason)]))}
      aside={user ? (activity) => <Opinion activityId={activity.id} name={activity.name} /> : undefined}
      labels={labels}
      more="/activities"
    />
  );
}

/** The next time stands on the card already. */
function why(reason: string): string {
  return reason.replace(/\s*Next: .*$/, "");
}
