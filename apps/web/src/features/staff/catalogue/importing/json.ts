import type { SourceRow } from "./source";

type Item = Record<string, unknown>;

function itemOf(text: string): Item | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Item) : null;
  } catch {
    return null;
  }
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The items of a JSON array, or of `{"items": […]}`, each with the line on which it begins. */
export function jsonRows(text: string): SourceRow[] {
  const begin = /^\s*\{/.test(text) ? /"items"\s*:\s*\[/.exec(text) : /\[/.exec(text);
  if (!begin) return [];
  return placesIn(text, begin.index + begin[0].length).map(({ start, end }) => {
    const item = itemOf(text.slice(start, end));
    return {
      line: (text.slice(0, start).match(/\n/g)?.length ?? 0) + 1,
      start,
      end,
      cells: item ? Object.entries(item).map(([heading, value]) => ({ heading, value: shown(value) })) : null,
    };
  });
}

/** Write an item anew with some values changed; each stays the kind of value that it was, where it can. */
export function jsonText(raw: string, changed: Record<string, string>): string {
  const item = itemOf(raw);
  if (!item) return raw;
  const values = Object.entries(changed).map(([name, typed]) => [name, valueOf(typed, item[name])]);
  return JSON.stringify({ ...item, ...Object.fromEntries(values) });
}

function valueOf(typed: string, before: unknown): unknown {
  if (typeof before === "string") return typed;
  try {
    return JSON.parse(typed) as unknown;
  } catch {
    return typed;
  }
}

/** Where each item of an array begins and ends; `from` stands behind its bracket. */
function placesIn(text: string, from: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let start = -1;
  let end = -1;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    const isEnd = depth === 0 && (sign === "," || sign === "]");
    if (isEnd && start !== -1) found.push({ start, end });
    if (depth === 0 && sign === "]") break;
    if (isEnd) {
      start = -1;
      continue;
    }
    if (/\s/.test(sign)) continue;
    if (start === -1) start = at;
    if (sign === '"') at = stringEnd(text, at);
    else if ("[{".includes(sign)) depth += 1;
    else if ("]}".includes(sign)) depth -= 1;
    end = at + 1;
  }
  return found;
}

function stringEnd(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length - 1;
}
