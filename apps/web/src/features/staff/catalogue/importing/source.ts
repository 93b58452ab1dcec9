import { csvRows, csvText } from "./csv";
import { jsonRows, jsonText } from "./json";

export interface Cell {
  heading: string;
  value: string;
}

/** A row of the file, where it stands in the text. */
export interface SourceRow {
  /** The line it begins on, from 1, as the server counts. */
  line: number;
  start: number;
  end: number;
  /** None where it cannot be read as cells. */
  cells: Cell[] | null;
}

export interface SourceFile {
  name: string;
  kind: "csv" | "json";
  text: string;
  /** Between the cells of a CSV. */
  separator: string;
  rows: SourceRow[];
}

/** How a row was mended: cell by cell, or as it stands in the file. */
export interface Mended {
  cells: Record<string, string>;
  raw: string | null;
}

/** A file's text, in whichever encoding a spreadsheet saved it. */
export function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The rows of a file's text, so that one that is bad can be shown and mended. */
export function readSource(name: string, text: string): SourceFile {
  const isJson = /^\s*[[{]/.test(text) || name.toLowerCase().endsWith(".json");
  if (isJson) return { name, kind: "json", text, separator: "", rows: jsonRows(text) };
  return { name, kind: "csv", text, ...csvRows(text) };
}

/** The row that stands on a line, or around it. */
export function rowAt({ rows }: SourceFile, line: number): SourceRow | undefined {
  return rows.findLast((row) => row.line <= line);
}

/** The text with mended rows in place of those that were bad. */
export function mendedText(file: SourceFile, mended: ReadonlyMap<number, Mended>): string {
  let text = "";
  let at = 0;
  for (const row of file.rows) {
    const change = mended.get(row.line);
    if (!change) continue;
    text += file.text.slice(at, row.start) + rowText(file, row, change);
    at = row.end;
  }
  return text + file.text.slice(at);
}

function rowText(file: SourceFile, row: SourceRow, { cells, raw }: Mended): string {
  if (raw !== null || !row.cells) return raw ?? file.text.slice(row.start, row.end);
  if (file.kind === "json") return jsonText(file.text.slice(row.start, row.end), cells);
  return csvText(row.cells.map(({ heading, value }) => cells[heading] ?? value), file.separator);
}
