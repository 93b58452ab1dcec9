import { useState } from "react";
import type { ImportReport } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { texts } from "../texts";
import { BadRowCard } from "./BadRowCard";
import { mendedText, rowAt, type Mended, type SourceFile } from "./source";

interface Props {
  file: SourceFile;
  report: ImportReport;
  isBusy: boolean;
  /** Send a text in place of the file's. */
  onSend: (text: string, skipBad: boolean) => void;
  onOther: () => void;
}

const words = texts.importing;
const SHOWN = 50;

/** The rows of a file that can't be taken, to be mended in place, or left out. */
export function Mending({ file, report, isBusy, onSend, onOther }: Props) {
  const [mended, setMended] = useState<ReadonlyMap<number, Mended>>(new Map());
  const lines = [...new Set(report.bad.map(({ line }) => line))];
  const cards = lines.slice(0, SHOWN).map((line) => ({ line, row: rowAt(file, line) }));
  return (
    <section aria-labelledby="bad" className="grid gap-4">
      <div>
        <h2 id="bad" className="text-2xl">
          {words.bad(lines.length)}
        </h2>
        <p className="mt-1 text-ink-soft">{`${words.good(report.created, report.updated, report.unchanged)} ${words.mend}`}</p>
      </div>
      <ul className="grid gap-3">
        {cards.map(({ line, row }) => (
          <BadRowCard
            key={line}
            line={line}
            bad={report.bad.filter((one) => one.line === line)}
            row={row}
            raw={row ? file.text.slice(row.start, row.end) : ""}
            mended={mended.get(row?.line ?? line)}
            onMend={(change) => { setMended(new Map(mended).set(row?.line ?? line, change)); }}
          />
        ))}
      </ul>
      <div className="z-20 flex flex-wrap gap-3 rounded-card border border-line bg-shell p-3 lg:sticky lg:bottom-4 lg:shadow-lg">
        <Button isBusy={isBusy} disabled={mended.size === 0} onClick={() => { onSend(mendedText(file, mended), false); }}>
          {words.again}
        </Button>
        <Button look="quiet" isBusy={isBusy} onClick={() => { onSend(mendedText(file, mended), true); }}>
          {words.skip(lines.length)}
        </Button>
        <Button look="plain" onClick={onOther}>
          {words.other}
        </Button>
      </div>
    </section>
  );
}
