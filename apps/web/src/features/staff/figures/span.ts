import { useSearchParams } from "react-router";
import type { Summary } from "@/api/shapes";
import { addDays, isDay, today } from "@/lib/days";
import { texts } from "./texts";
import type { Span } from "./summary-call";

type Group = Summary["group"];
export type SpanName = keyof typeof texts.span;

export function spanOf(name: SpanName): Span {
  const day = today();
  const spans: Record<SpanName, Span> = {
    last7: { from: addDays(day, -6), to: day },
    last30: { from: addDays(day, -29), to: day },
    next7: { from: day, to: addDays(day, 6) },
    next30: { from: day, to: addDays(day, 29) },
  };
  return spans[name];
}

/** Which of the usual spans of days it is, if it is one. */
export function nameOfSpan({ from, to }: Span): SpanName | "" {
  const names = Object.keys(texts.span) as SpanName[];
  return names.find((name) => spanOf(name).from === from && spanOf(name).to === to) ?? "";
}

interface View {
  span: Span;
  group: Group;
  change: (changes: Partial<Span & { group: Group }>) => void;
}

/** Which days and by what, as the address says; the last 30 days where it says nothing. */
export function useView(): View {
  const [params, setParams] = useSearchParams();
  const usual = spanOf("last30");
  const [from, to] = [params.get("from"), params.get("to")];
  const span = { from: isDay(from) ? from : usual.from, to: isDay(to) ? to : usual.to };
  const group = params.get("group") === "activity" ? "activity" : "day";
  return {
    span,
    group,
    change: (changes) => {
      setParams({ ...span, group, ...changes }, { replace: true });
    },
  };
}
