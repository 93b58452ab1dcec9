import { useQuery } from "@tanstack/react-query";
import type { Activity } from "@/api/shapes";
import { get } from "@/lib/http";

/** The rates and rules of an activity, inactive ones too. */
export function useDeskActivity(id: string | undefined) {
  return useQuery({
    queryKey: ["desk", "rates", id],
    queryFn: ({ signal }) => get<Activity>(`/staff/activities/${id ?? ""}/`, { signal }),
    enabled: id !== undefined,
    staleTime: 60_000,
  });
}
