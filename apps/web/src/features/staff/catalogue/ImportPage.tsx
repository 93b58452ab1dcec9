import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { Link } from "react-router";
import type { ImportReport } from "@/api/shapes";
import { Page } from "@/components/layout/Page";
import { Button } from "@/components/ui/Button";
import { Section } from "@/components/ui/Section";
import { PageHead } from "../parts/PageHead";
import { Refusal } from "../parts/Refusal";
import { useImport } from "./importing/import-call";
import { Mending } from "./importing/Mending";
import { decoded, readSource, type SourceFile } from "./importing/source";
import { texts } from "./texts";

const words = texts.importing;

/** Takes activities from a file; rows that can't be taken are mended here. */
export function ImportPage() {
  const [source, setSource] = useState<SourceFile | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const importing = useImport();
  const sendFile = (file: File, skipBad: boolean, read: SourceFile) => {
    // What was answered and what it is about change together: lines are those of this text.
    importing.mutate({ file, skipBad }, { onSuccess: (told) => { setSource(read); setReport(told); } });
  };
  const take = async (file: File | undefined) => {
    if (file) sendFile(file, false, readSource(file.name, decoded(await file.arrayBuffer())));
  };
  const again = (text: string, skipBad: boolean) => {
    if (source) sendFile(new File([text], source.name), skipBad, readSource(source.name, text));
  };
  const startAnew = () => {
    setSource(null);
    setReport(null);
    importing.reset();
  };
  return (
    <Page title={words.title}>
      <PageHead title={words.title} back={{ to: "/desk/catalogue", label: texts.title }} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Refusal problem={importing.error} />
        {source && report && !report.written ? (
          // Each answer is about a text of its own: what was typed before is in it.
          <Mending key={source.text} file={source} report={report} isBusy={importing.isPending} onSend={again} onOther={startAnew} />
        ) : report ? (
          <Done report={report} onOther={startAnew} />
        ) : (
          <ChooseFile isBusy={importing.isPending} onChoose={(file) => void take(file)} />
        )}
      </div>
    </Page>
  );
}

function ChooseFile({ isBusy, onChoose }: { isBusy: boolean; onChoose: (file: File | undefined) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div
      className="grid justify-items-center gap-4 rounded-card border-2 border-dashed border-line bg-shell px-5 py-14 text-center"
      onDragOver={(event) => { event.preventDefault(); }}
      onDrop={(event) => { event.preventDefault(); onChoose(event.dataTransfer.files[0]); }}
    >
      <p className="max-w-xl">{words.lead}</p>
      <input
        ref={picker}
        type="file"
        accept=".csv,.json,text/csv,application/json"
        aria-label={words.file}
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => { onChoose(target.files?.[0]); target.value = ""; }}
      />
      <Button isBusy={isBusy} onClick={() => picker.current?.click()}>
        <FileUp aria-hidden="true" className="size-5" />
        {isBusy ? words.reading : words.choose}
      </Button>
      <p className="text-sm text-ink-soft">{words.drop}</p>
      <p className="max-w-xl text-sm text-ink-soft">{words.format}</p>
    </div>
  );
}

function Done({ report, onOther }: { report: ImportReport; onOther: () => void }) {
  const left = new Set(report.bad.map(({ line }) => line)).size;
  return (
    <Section title={words.done}>
      <div role="status" className="grid gap-1">
        <p className="font-semibold">{words.result(report.created, report.updated, report.unchanged)}</p>
        {left > 0 ? <p>{words.left(left)}</p> : null}
        {report.ignored.length > 0 ? <p className="text-ink-soft">{words.ignored(report.ignored.join(", "))}</p> : null}
        {report.notes.map((note) => (
          <p key={note} className="text-ink-soft">
            {note}
          </p>
        ))}
      </div>
      <div className="mt-5 flex flex-wrap gap-3">
        <Button asChild>
          <Link to="/desk/catalogue">{words.toCatalogue}</Link>
        </Button>
        <Button look="quiet" onClick={onOther}>
          {words.other}
        </Button>
      </div>
    </Section>
  );
}
