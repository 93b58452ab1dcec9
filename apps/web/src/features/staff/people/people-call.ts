import { useQuery } from "@tanstack/react-query";
import type { Person } from "@/api/shapes";
import { get } from "@/lib/http";

/** Everybody who works at the desk, by name. */
export function usePeople() {
  return useQuery({
    queryKey: ["desk", "people"],
    queryFn: async ({ signal }) => (await get<{ items: Person[] }>("/staff/people/", { signal })).items,
  });
}
