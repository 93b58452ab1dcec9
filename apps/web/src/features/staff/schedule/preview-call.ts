import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ChangedSlot } from "@/api/shapes";
import { send } from "@/lib/http";

/** Whom a delay would concern, without doing it. */
export function useDelayPreview(id: string, minutes: number, isWanted: boolean) {
  return useQuery({
    queryKey: ["desk", "delay-preview", id, minutes],
    queryFn: ({ signal }) => send<ChangedSlot>("post", `/staff/slots/${id}/delay/`, { minutes, dry_run: true }, { signal }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
}

/** Whom calling a departure off would concern, without doing it. */
export function useClosePreview(id: string, isWanted: boolean) {
  return useQuery({
    queryKey: ["desk", "close-preview", id],
    queryFn: ({ signal }) => send<ChangedSlot>("post", `/staff/slots/${id}/close/`, { dry_run: true }, { signal }),
    enabled: isWanted,
    staleTime: 0,
  });
}
