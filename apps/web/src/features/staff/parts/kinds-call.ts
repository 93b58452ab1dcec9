import { useQuery } from "@tanstack/react-query";
import type { Category } from "@/api/shapes";
import { get } from "@/lib/http";

/** The kinds of activities, by their codes. */
export function useKinds() {
  return useQuery({
    queryKey: ["desk", "kinds"],
    queryFn: async ({ signal }) => (await get<{ items: Category[] }>("/activities/categories/", { signal })).items,
    staleTime: 60_000,
  });
}
