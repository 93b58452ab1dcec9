import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FilledSchedule, RevisedSchedule, Schedule, ScheduleAsked } from "@/api/shapes";
import type { ApiError } from "@/lib/errors";
import { get, send } from "@/lib/http";

// A year of departures is made before the answer.
const PATIENT = { timeout: 60_000 };

/** When an activity departs, again and again. */
export function useSchedules(activity: string) {
  return useQuery({
    queryKey: ["desk", "schedules", activity],
    queryFn: async ({ signal }) => (await get<{ items: Schedule[] }>(`/staff/activities/${activity}/schedules/`, { signal })).items,
    enabled: activity !== "",
  });
}

export interface Outcome {
  created: number;
  skipped: FilledSchedule["skipped"];
  removed: number;
  kept: RevisedSchedule["kept"];
}

function outcomeOf(revised: RevisedSchedule): Outcome {
  return { created: revised.items.length, skipped: [], removed: revised.removed, kept: revised.kept };
}

/** Make a schedule of an activity, or (where `id` is said) change one. */
export function useSaveSchedule(activity: string, id: string | null) {
  const queries = useQueryClient();
  return useMutation<Outcome, ApiError, ScheduleAsked>({
    mutationFn: async (asked) => {
      if (id) return outcomeOf(await send<RevisedSchedule>("patch", `/staff/schedules/${id}/`, asked, PATIENT));
      const { created, skipped } = await send<FilledSchedule>("post", `/staff/activities/${activity}/schedules/`, asked, PATIENT);
      return { created, skipped, removed: 0, kept: [] };
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["desk"] }),
  });
}

/** End a schedule: what nobody has booked goes away, the rest stays. */
export function useEndSchedule() {
  const queries = useQueryClient();
  return useMutation<Outcome, ApiError, string>({
    mutationFn: async (id) => outcomeOf(await send<RevisedSchedule>("delete", `/staff/schedules/${id}/`, undefined, PATIENT)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["desk"] }),
  });
}
