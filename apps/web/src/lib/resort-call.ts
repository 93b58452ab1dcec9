import { useQuery } from "@tanstack/react-query";
import type { Resort } from "@/api/shapes";
import { get } from "@/lib/http";
import { resort } from "@/lib/resort";

export function useResortCall(): void {
  useQuery({
    queryKey: ["resort"],
    queryFn: async () => {
      const told = await get<Resort>("/resort/");
      resort.set(told);
      return told;
    },
    // Where the server wrote it into the document there is nothing to ask.
    enabled: resort.get().name === "",
    staleTime: 3_600_000,
  });
}
