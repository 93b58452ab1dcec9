import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Category } from "@/api/shapes";
import { get } from "@/lib/http";

export const categoriesCall = queryOptions({
  queryKey: ["activities", "categories"],
  queryFn: async () => (await get<{ items: Category[] }>("/activities/categories/")).items,
  staleTime: 300_000,
});

export function useCategories() {
  return useQuery(categoriesCall);
}
