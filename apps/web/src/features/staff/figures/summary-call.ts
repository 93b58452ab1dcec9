import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Summary } from "@/api/shapes";
import { get } from "@/lib/http";

/** What is asked for: the first and the last day, and by what figures are added up. */
export interface Span {
  from: string;
  to: string;
}

/** The resort's figures of some days. */
export function useSummary(span: Span, group: Summary["group"]) {
  const params = { ...span, group };
  return useQuery({
    queryKey: ["desk", "figures", params],
    queryFn: ({ signal }) => get<Summary>("/staff/reports/summary/", { params, signal }),
    placeholderData: keepPreviousData,
  });
}
