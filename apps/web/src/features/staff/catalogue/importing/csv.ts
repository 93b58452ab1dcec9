import type { SourceRow } from "./source";

const SEPARATORS = [",", ";", "\t"];
const SAID = /^sep=([;,|\t])\r?\n/i;

interface Records {
  line: number;
  start: number;
  end: number;
  cells: string[] | null;
}

/** Read CSV as the server does: the line on which each record begins, none of its cells where quotes are wrong. */
export function csvRows(text: string): { separator: string; rows: SourceRow[] } {
  const said = SAID.exec(text);
  const separator = said?.[1] ?? guess(text);
  const records = recordsOf(text, separator, said ? said[0].length : 0).filter(
    ({ cells }) => cells === null || cells.some((cell) => cell.trim() !== ""),
  );
  const headings = records.shift()?.cells?.map((cell) => cell.trim()) ?? [];
  const rows = records.map(({ cells, ...place }) => ({
    ...place,
    cells: cells && cells.length <= headings.length ? headings.map((heading, n) => ({ heading, value: cells[n] ?? "" })) : null,
  }));
  return { separator, rows };
}

/** Write cells as one record, without its end. */
export function csvText(cells: readonly string[], separator: string): string {
  const needsQuotes = (cell: string) => cell.includes(separator) || /["\r\n]|^\s|\s$/.test(cell);
  return cells.map((cell) => (needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator);
}

function guess(text: string): string {
  const many = (separator: string) => recordsOf(text.slice(0, text.search(/[\r\n]|$/)), separator, 0)[0]?.cells?.length ?? 0;
  return SEPARATORS.reduce((best, one) => (many(one) > many(best) ? one : best));
}

function recordsOf(text: string, separator: string, from: number): Records[] {
  const found: Records[] = [];
  let at = from;
  let line = linesIn(text.slice(0, from)) + 1;
  while (at < text.length) {
    const { cells, end } = recordAt(text, separator, at);
    found.push({ line, start: at, end, cells });
    const next = afterBreak(text, end);
    line += linesIn(text.slice(at, next));
    at = next;
  }
  return found;
}

/** Read one record; what has wrong quotes ends with its line. */
function recordAt(text: string, separator: string, start: number): { cells: string[] | null; end: number } {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? quotedAt(text, at) : plainAt(text, separator, at);
    const sign = cell ? text[cell.end] : undefined;
    if (!cell || (sign !== undefined && sign !== separator && !isBreak(sign))) return { cells: null, end: cell ? lineEnd(text, cell.end) : text.length };
    cells.push(cell.value);
    at = cell.end + 1;
    if (sign !== separator) return { cells, end: cell.end };
  }
}

function plainAt(text: string, separator: string, start: number): { value: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && !isBreak(text[end])) end += 1;
  return { value: text.slice(start, end), end };
}

function quotedAt(text: string, start: number): { value: string; end: number } | null {
  let value = "";
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function isBreak(sign: string | undefined): boolean {
  return sign === "\n" || sign === "\r";
}

function lineEnd(text: string, from: number): number {
  const found = text.slice(from).search(/[\r\n]/);
  return found === -1 ? text.length : from + found;
}

function afterBreak(text: string, end: number): number {
  return text.startsWith("\r\n", end) ? end + 2 : end + 1;
}

function linesIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
