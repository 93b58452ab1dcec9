import uPlot from "uplot";
import { texts } from "./texts";

const DAY_SECONDS = 86_400;

export interface Drawn {
  days: string[];
  values: number[];
  /** A value as the axis and the legend write it. */
  inWords: (value: number) => string;
  dayInWords: (day: string) => string;
  label: string;
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function dayAt(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** Draw a bar a day into an element, in the colours of the theme; returns the chart, to be sized and destroyed. */
export function drawBars(into: HTMLElement, size: { width: number; height: number }, drawn: Drawn): uPlot {
  const { days, values, inWords, dayInWords, label } = drawn;
  const [ink, line, fill] = [colour("ink-soft"), colour("line"), colour("lagoon")];
  const font = "14px ui-sans-serif, system-ui, sans-serif";
  const axis = { stroke: ink, font, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
  const options: uPlot.Options = {
    ...size,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
    cursor: { drag: { x: false, y: false } },
    scales: { x: { range: (_, least, most) => [least - DAY_SECONDS / 2, most + DAY_SECONDS / 2] }, y: { range: (_, __, most) => [0, most > 0 ? most * 1.1 : 1] } },
    axes: [
      { ...axis, grid: { show: false }, incrs: [1, 2, 7, 14, 28, 56].map((n) => n * DAY_SECONDS), space: 72, values: (_, at) => at.map((seconds) => dayInWords(dayAt(seconds))) },
      { ...axis, size: 76, values: (_, at) => at.map(inWords) },
    ],
    series: [
      { label: texts.table.day, value: (_, seconds) => (typeof seconds === "number" ? dayInWords(dayAt(seconds)) : "–") },
      {
        label,
        fill,
        stroke: fill,
        width: 0,
        ...(uPlot.paths.bars ? { paths: uPlot.paths.bars({ size: [0.7, 48] }) } : {}),
        points: { show: false },
        value: (_, value) => (typeof value === "number" ? inWords(value) : "–"),
      },
    ],
  };
  return new uPlot(options, [days.map((day) => Date.parse(`${day}T00:00:00Z`) / 1000), values], into);
}
