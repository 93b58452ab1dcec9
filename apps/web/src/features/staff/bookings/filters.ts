import { useCallback } from "react";
import { useSearchParams } from "react-router";
import type { BookingStatus } from "@/api/shapes";
import { isDay } from "@/lib/days";
import { texts } from "../parts/texts";

export interface Filters {
  q: string;
  date: string;
  activity: string;
  status: BookingStatus | "";
}

export const STATUSES = Object.keys(texts.status) as BookingStatus[];

/** What is looked for, as the address says it; what it can't mean is left out. */
function readFilters(params: URLSearchParams): Filters {
  const date = params.get("date");
  return {
    q: params.get("q") ?? "",
    date: isDay(date) ? date : "",
    activity: params.get("activity") ?? "",
    status: STATUSES.find((one) => one === params.get("status")) ?? "",
  };
}

/** The filters in the address, and how to change some of them. */
export function useFilters(): [Filters, (changes: Partial<Filters>) => void] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (changes: Partial<Filters>) => {
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    [setParams],
  );
  return [readFilters(params), change];
}
