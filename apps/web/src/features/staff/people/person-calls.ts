import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import type { Person } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { send } from "@/lib/http";

type Asked = Pick<Person, "phone" | "name" | "role">;

/** Give somebody a role at the desk, in place of the one before. */
export function useGiveRole(): UseMutationResult<Person, ApiError, Asked> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ phone, name, role }) => send<Person>("post", "/staff/people/", { phone, name, role }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["desk", "people"] }),
  });
}

/** Take somebody's role (their id), and end their sessions. */
export function useRemove(): UseMutationResult<null, ApiError, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id) => send<null>("delete", `/staff/people/${id}/`),
    onSettled: () => queries.invalidateQueries({ queryKey: ["desk", "people"] }),
  });
}

/** End all sessions of somebody (their id). */
export function useSignOutEverywhere(): UseMutationResult<null, ApiError, string> {
  return useMutation({ mutationFn: (id) => send<null>("post", `/staff/people/${id}/logout/`) });
}
