import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DeskResource, Need } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { get, send } from "@/lib/http";

/** Boats, therapists, rooms: what several activities share. */
export function useResources() {
  return useQuery({
    queryKey: ["desk", "resources"],
    queryFn: async ({ signal }) => (await get<{ items: DeskResource[] }>("/staff/resources/", { signal })).items,
  });
}

/** What each departure of an activity takes. */
export function useNeeds(activity: string) {
  return useQuery({
    queryKey: ["desk", "needs", activity],
    queryFn: async ({ signal }) => (await get<{ items: Need[] }>(`/staff/activities/${activity}/resources/`, { signal })).items,
  });
}

function useForget() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["desk"] });
}

export function useSetNeeds(activity: string) {
  const forget = useForget();
  return useMutation<unknown, ApiError, Need[]>({
    mutationFn: (items) => send("put", `/staff/activities/${activity}/resources/`, { items }),
    onSuccess: forget,
  });
}

type Named = Pick<DeskResource, "name" | "units">;

/** Make a resource, or (with an id) change one. */
export function useSaveResource(id: string | null) {
  const forget = useForget();
  return useMutation<DeskResource, ApiError, Named>({
    mutationFn: (asked) => send<DeskResource>(id ? "patch" : "post", id ? `/staff/resources/${id}/` : "/staff/resources/", asked),
    onSuccess: forget,
  });
}

export function useDeleteResource() {
  const forget = useForget();
  return useMutation<unknown, ApiError, string>({
    mutationFn: (id) => send("delete", `/staff/resources/${id}/`),
    onSuccess: forget,
  });
}
