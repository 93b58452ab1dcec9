import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from "@tanstack/react-query";
import type { Preferences } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { get, send } from "@/lib/http";

const KEY = ["preferences"];

export function usePreferences(): UseQueryResult<Preferences> {
  return useQuery({ queryKey: KEY, queryFn: () => get<Preferences>("/preferences/") });
}

/** Replace the guest's preferences as a whole. */
export function usePreferencesChange(): UseMutationResult<Preferences, ApiError, Preferences> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (likes) => send<Preferences>("put", "/preferences/", likes),
    onSuccess: (kept) => {
      queries.setQueryData(KEY, kept);
      void queries.invalidateQueries({ queryKey: ["recommendations"] });
    },
  });
}
