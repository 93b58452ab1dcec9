import { useQuery } from "@tanstack/react-query";
import type { Recommendation } from "@/api/shapes";
import { get } from "@/lib/http";
import { session } from "@/lib/session";
import { useStore } from "@/lib/store";

const MOST = "4";

/** What suits the guest who is signed in; for anybody else what is popular and free soon. */
export function useRecommendations() {
  const { user, isKnown } = useStore(session);
  return useQuery({
    queryKey: ["recommendations", user?.id ?? "anybody"],
    queryFn: async ({ signal }) =>
      (await get<{ items: Recommendation[] }>("/recommendations/", { params: { limit: MOST }, signal })).items,
    enabled: isKnown,
    staleTime: 60_000,
  });
}
