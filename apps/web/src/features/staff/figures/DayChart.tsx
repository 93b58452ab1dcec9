import { useEffect, useRef } from "react";
import "uplot/dist/uPlot.min.css";
import { Section } from "@/components/ui/Section";
import { useTheme } from "@/lib/theme";
import { drawBars, type Drawn } from "./chart";
import { texts } from "./texts";

const HEIGHT = 240;

/** A bar for each day; screen readers hear what it shows, and have the table. */
export function DayChart(drawn: Drawn) {
  const { days, values, inWords, dayInWords, label } = drawn;
  const box = useRef<HTMLDivElement>(null);
  const { isDark } = useTheme();
  const key = JSON.stringify([days, values, isDark]);
  const latest = useRef(drawn);
  useEffect(() => {
    latest.current = drawn;
  });
  useEffect(() => {
    const into = box.current;
    if (!into) return undefined;
    const size = () => ({ width: Math.max(240, into.clientWidth), height: HEIGHT });
    const chart = drawBars(into, size(), latest.current);
    const watch = new ResizeObserver(() => {
      chart.setSize(size());
    });
    watch.observe(into);
    return () => {
      watch.disconnect();
      chart.destroy();
    };
  }, [key]);
  const most = inWords(Math.max(0, ...values));
  return (
    <Section title={label}>
      <div role="img" aria-label={texts.charts.says(label, dayInWords(days[0] ?? ""), dayInWords(days.at(-1) ?? ""), most)} className="min-w-0 overflow-hidden">
        <div ref={box} aria-hidden="true" className="min-h-70" />
      </div>
    </Section>
  );
}
