import { useCallback } from "react";
import { useSearchParams } from "react-router";
import { readFilters, writeFilters, type Filters } from "./filters";

/** The filters of this page's address; a change of words or price adds no step to the way back. */
export function useFilters(): [Filters, (changed: Partial<Filters>) => void] {
  const [address, setAddress] = useSearchParams();
  const change = useCallback(
    (changed: Partial<Filters>) => {
      setAddress((now) => writeFilters({ ...readFilters(now), ...changed }), { replace: true, preventScrollReset: true });
    },
    [setAddress],
  );
  return [readFilters(address), change];
}
