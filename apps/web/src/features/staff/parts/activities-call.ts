import { queryOptions, useQuery } from "@tanstack/react-query";
import type { DeskActivity } from "@/api/shapes";
import { getAll } from "./pages";

const FIELDS = ["id", "slug", "name", "category", "duration_minutes", "capacity_per_slot", "is_active", "price", "currency", "price_per", "images"] as const;

/** As much of an activity as the desk's lists show. */
export type ListedActivity = Pick<DeskActivity, (typeof FIELDS)[number]>;

const listedActivities = queryOptions({
  queryKey: ["desk", "activities"],
  queryFn: ({ signal }) => getAll<ListedActivity>("/staff/activities/", { fields: FIELDS.join(",") }, signal),
  staleTime: 30_000,
});

/** Every activity of the resort by name, inactive ones too. */
export function useListedActivities() {
  return useQuery(listedActivities);
}
