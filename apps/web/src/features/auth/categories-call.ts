import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { Category } from "@/api/shapes";
import { get } from "@/lib/http";

/** The kinds of activities that a guest may like. */
export function useKinds(): UseQueryResult<Category[]> {
  return useQuery({
    queryKey: ["kinds"],
    queryFn: async () => (await get<{ items: Category[] }>("/activities/categories/")).items,
    staleTime: 300_000,
  });
}
