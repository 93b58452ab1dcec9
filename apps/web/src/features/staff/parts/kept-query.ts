import { queryOptions } from "@tanstack/react-query";
import { get } from "@/lib/http";
import { keep, kept } from "@/lib/kept";

const REFRESH_MS = 1_500;

/** A GET of the desk whose last answer stays readable without a connection, also after the page was closed. */
export function keptQuery<T>(queryKey: readonly string[], path: string) {
  const name = queryKey.join("/");
  const last = kept<T>(name);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }) => {
      const answer = await get<T>(path, { signal });
      keep(name, answer);
      return answer;
    },
    // Live events tell of bookings alone: not of notes, nor of a departure that is closed while nobody has booked it.
    refetchInterval: REFRESH_MS,
    ...(last ? { initialData: last.value, initialDataUpdatedAt: last.at } : {}),
  });
}
