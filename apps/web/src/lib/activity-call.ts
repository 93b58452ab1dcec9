import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Activity } from "@/api/shapes";
import { get } from "@/lib/http";

export function activityCall(key: string) {
  return queryOptions({
    queryKey: ["activity", key],
    queryFn: ({ signal }) => get<Activity>(`/activities/${encodeURIComponent(key)}/`, { signal }),
    staleTime: 60_000,
  });
}

/** One activity, by its slug or id. */
export function useActivity(key: string) {
  return useQuery(activityCall(key));
}
