// Days and times as the resort's clock shows them.

const { zone, locale } = document.body.dataset;
const language = locale.replaceAll("_", "-");
const UNITS = { s: 1, m: 60, h: 3600, d: 86400 };

const writers = {
  time: format({ hour: "numeric", minute: "2-digit" }),
  day: format({ weekday: "short", month: "short", day: "numeric" }),
  wholeDay: format({ weekday: "long", month: "long", day: "numeric" }),
  key: new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }),
};

function format(how) {
  return new Intl.DateTimeFormat(language, { timeZone: zone, ...how });
}

export const timeOf = (moment) => writers.time.format(moment);
export const shortDayOf = (moment) => writers.day.format(moment);
export const dayKeyOf = (moment) => writers.key.format(moment);

export function dayOf(moment, now) {
  const key = dayKeyOf(moment);
  if (key === dayKeyOf(now)) return "Today";
  if (key === dayKeyOf(now - 86_400_000)) return "Yesterday";
  return writers.wholeDay.format(moment);
}

export function secondsOf(offset) {
  const [, sign, count, unit] = /^([+-])(\d+)([smhd])$/.exec(offset) ?? [null, "+", "0", "s"];
  return Number(count) * UNITS[unit] * (sign === "-" ? -1 : 1);
}

export function offsetOf(seconds) {
  return `${seconds < 0 ? "-" : "+"}${Math.abs(seconds)}s`;
}

export function wordsOf(seconds) {
  let left = Math.abs(seconds);
  const parts = [];
  for (const [unit, word] of [["d", "day"], ["h", "h"], ["m", "min"], ["s", "s"]]) {
    const count = Math.floor(left / UNITS[unit]);
    left -= count * UNITS[unit];
    if (count) parts.push(`${count} ${word}${word === "day" && count > 1 ? "s" : ""}`);
  }
  // The two largest say enough.
  return `${parts.slice(0, 2).join(" ")} ${seconds < 0 ? "behind" : "ahead"}`;
}
