import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { useWide } from "@/lib/wide";

export interface Column<T> {
  head: string;
  cell: (row: T) => ReactNode;
  isNumber?: boolean;
  /** Its head is for screen readers alone. */
  isQuiet?: boolean;
}

interface Props<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  keyOf: (row: T) => string;
  /** What a card says, where naming every column would make it too long. */
  card?: (row: T) => ReactNode;
}

/** Rows as a table where there is room for one, as a card each where there is not. */
export function DataTable<T>(props: Props<T>) {
  return useWide() ? <Table {...props} /> : <Cards {...props} />;
}

function Table<T>({ label, columns, rows, keyOf }: Props<T>) {
  return (
    <div className="relative overflow-x-auto rounded-card border border-line bg-shell">
      <table aria-label={label} className="w-full border-collapse text-left [overflow-wrap:normal]">
        <thead>
          <tr className="border-b border-line text-sm text-ink-soft">
            {columns.map(({ head, isNumber, isQuiet }) => (
              <th key={head} scope="col" className={cn("px-3 py-3 font-semibold first:pl-5 last:pr-5 whitespace-nowrap", isNumber && "text-right")}>
                {isQuiet ? <span className="sr-only">{head}</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-b border-line last:border-0 hover:bg-sand/60">
              {columns.map(({ head, cell, isNumber }) => (
                <td key={head} className={cn("px-3 py-2 align-middle first:pl-5 last:pr-5", isNumber && "text-right whitespace-nowrap tabular-nums")}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards<T>({ label, columns, rows, keyOf, card }: Props<T>) {
  return (
    <ul aria-label={label} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {rows.map((row) => (
        <li key={keyOf(row)} className="relative rounded-card border border-line bg-shell p-4">
          {card ? card(row) : <Pairs row={row} columns={columns} />}
        </li>
      ))}
    </ul>
  );
}

function Pairs<T>({ row, columns: [first, ...rest] }: { row: T; columns: Column<T>[] }) {
  return (
    <>
      <div className="font-semibold">{first?.cell(row)}</div>
      <dl className="mt-1 grid gap-1">
        {rest.map(({ head, cell, isQuiet }) => (
          <Pair key={head} head={head} isQuiet={isQuiet ?? false}>
            {cell(row)}
          </Pair>
        ))}
      </dl>
    </>
  );
}

function Pair({ head, isQuiet, children }: { head: string; isQuiet: boolean; children: ReactNode }) {
  if (children === null || children === "") return null;
  return (
    <div className={cn("flex flex-wrap items-center gap-x-3", isQuiet ? "mt-1" : "justify-between")}>
      <dt className={isQuiet ? "sr-only" : "text-sm text-ink-soft"}>{head}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
