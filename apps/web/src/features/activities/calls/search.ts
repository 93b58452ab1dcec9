import { useQuery } from "@tanstack/react-query";
import type { Activity, Page } from "@/api/shapes";
import { get } from "@/lib/http";

/** What comes nearest to words that nothing is called by; typing errors are forgiven. */
export function useCloseMatches(words: string, isWanted: boolean) {
  return useQuery({
    queryKey: ["activities", "search", words],
    queryFn: async ({ signal }) =>
      (await get<Page<Activity>>("/activities/search/", { params: { q: words, limit: "6" }, signal })).items,
    enabled: isWanted && words !== "",
    staleTime: 60_000,
  });
}
