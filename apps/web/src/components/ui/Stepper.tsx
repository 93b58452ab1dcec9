import { Minus, Plus } from "lucide-react";
import { texts } from "@/lib/texts";

interface Props {
  label: string;
  note?: string;
  value: number;
  least?: number;
  most?: number;
  onChange: (value: number) => void;
}

/** A small number with a button on each side, big enough for thumbs. */
export function Stepper({ label, note, value, least = 0, most = 99, onChange }: Props) {
  const button = "grid size-11 place-items-center rounded-full border border-line bg-shell disabled:opacity-40";
  return (
    <div role="group" aria-label={label} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
      <div>
        <p className="font-semibold">{label}</p>
        {note ? <p className="text-sm text-ink-soft">{note}</p> : null}
      </div>
      <div className="flex items-center gap-2">
        <button
          type="button"
          className={button}
          aria-label={`${texts.stepper.less}: ${label}`}
          disabled={value <= least}
          onClick={() => {
            onChange(value - 1);
          }}
        >
          <Minus aria-hidden="true" className="size-4" />
        </button>
        <output aria-live="polite" className="w-8 text-center text-lg font-semibold tabular-nums">
          {value}
        </output>
        <button
          type="button"
          className={button}
          aria-label={`${texts.stepper.more}: ${label}`}
          disabled={value >= most}
          onClick={() => {
            onChange(value + 1);
          }}
        >
          <Plus aria-hidden="true" className="size-4" />
        </button>
      </div>
    </div>
  );
}
