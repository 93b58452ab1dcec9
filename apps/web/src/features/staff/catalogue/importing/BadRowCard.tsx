import type { BadRow } from "@/api/shapes";
import { Field, Input, TextArea } from "@/components/ui/Field";
import { texts } from "../texts";
import type { Cell, Mended, SourceRow } from "./source";

interface Props {
  line: number;
  bad: BadRow[];
  row: SourceRow | undefined;
  /** The row as it stands in the file. */
  raw: string;
  mended: Mended | undefined;
  onMend: (mended: Mended) => void;
}

const words = texts.importing;

/** A row that can't be taken: what is wrong with it, and its cells to be mended. */
export function BadRowCard({ line, bad, row, raw, mended = { cells: {}, raw: null }, onMend }: Props) {
  const cells = row?.cells ?? null;
  const reasonOf = (heading: string) => bad.filter(({ column }) => column === heading).map(({ reason }) => reason).join("; ");
  // A JSON item may lack what is needed: it gets a cell then.
  const wanted = cells ? [...cells, ...missing(cells, bad)] : [];
  const wrong = wanted.filter(({ heading }) => reasonOf(heading));
  const others = wanted.filter(({ heading }) => !reasonOf(heading));
  const cellField = ({ heading, value }: Cell) => (
    <Field key={heading} label={heading} error={reasonOf(heading) || undefined}>
      {(ids) => (
        <Input
          {...ids}
          value={mended.cells[heading] ?? value}
          onChange={({ target }) => { onMend({ ...mended, cells: { ...mended.cells, [heading]: target.value } }); }}
        />
      )}
    </Field>
  );
  const name = cells?.find(({ heading }) => /^(name|title|activity)$/i.test(heading))?.value;
  return (
    <li className="grid gap-3 rounded-card border border-coral/60 bg-shell p-5">
      <h3 className="text-lg">{[words.line(line), name].filter(Boolean).join(": ")}</h3>
      {cells ? (
        <>
          <div className="grid gap-3 sm:grid-cols-2 sm:items-start">{wrong.map(cellField)}</div>
          {others.length > 0 ? (
            <details>
              <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-lagoon-deep">{words.allCells}</summary>
              <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">{others.map(cellField)}</div>
            </details>
          ) : null}
        </>
      ) : (
        <>
          {bad.map(({ column, reason }) => (
            <p key={column + reason} className="text-coral-deep">
              {words.reason(column, reason)}
            </p>
          ))}
          <Field label={words.raw}>
            {(ids) => <TextArea {...ids} rows={3} value={mended.raw ?? raw} onChange={({ target }) => { onMend({ ...mended, raw: target.value }); }} />}
          </Field>
        </>
      )}
    </li>
  );
}

function missing(cells: Cell[], bad: BadRow[]): Cell[] {
  const known = new Set(cells.map(({ heading }) => heading));
  return [...new Set(bad.map(({ column }) => column))].filter((column) => !known.has(column)).map((heading) => ({ heading, value: "" }));
}
