import type { DeskActivity } from "@/api/shapes";
import { Button } from "@/components/ui/Button";
import { differing, draftOf, type Draft, type Field } from "./draft";
import { texts } from "./texts";

interface Props {
  theirs: DeskActivity;
  base: DeskActivity;
  draft: Draft;
  isBusy: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

const { conflict } = texts;

function inWords(draft: Draft, name: Field): string {
  if (name === "rates") return draft.rates.map(({ label, price }) => `${label} ${price}`).join(", ");
  if (name === "price_per") return texts.fields.pricePer[draft.price_per];
  return draft[name] || conflict.empty;
}

function labelOf(name: Field): string {
  return name === "rates" ? texts.rates.title : texts.fields[name];
}

/** Somebody else was faster: what they changed, beside what would be saved; the second one decides. */
export function Conflict({ theirs, base, draft, isBusy, onKeepMine, onTakeTheirs }: Props) {
  const now = draftOf(theirs);
  const before = draftOf(base);
  const changed = differing(now, before);
  const mine = differing(draft, before);
  const contested = changed.filter((name) => mine.includes(name));
  return (
    <section role="alert" className="grid gap-4 rounded-card border border-sun bg-sun-tint p-5">
      <div>
        <h2 className="text-xl">{conflict.title}</h2>
        <p className="mt-1">{conflict.lead}</p>
      </div>
      <div className="overflow-x-auto">
        <table className="w-full text-left">
          <thead>
            <tr className="text-sm">
              <th scope="col" className="p-2">{conflict.field}</th>
              <th scope="col" className="p-2">{conflict.theirs}</th>
              <th scope="col" className="p-2">{conflict.yours}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((name) => (
              <tr key={name} className="border-t border-line align-top">
                <th scope="row" className="p-2">{labelOf(name)}</th>
                <td className="p-2">{inWords(now, name)}</td>
                <td className="p-2">{inWords(draft, name)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{contested.length === 0 ? `${conflict.nothing} ${conflict.mergeLead}` : conflict.mergeLead}</p>
      <div className="flex flex-wrap gap-3">
        <Button isBusy={isBusy} onClick={onKeepMine}>
          {conflict.keepMine}
        </Button>
        <Button look="quiet" onClick={onTakeTheirs}>
          {conflict.takeTheirs}
        </Button>
      </div>
    </section>
  );
}
