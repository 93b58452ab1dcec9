import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field, Input } from "@/components/ui/Field";
import { texts } from "./texts";

interface Props {
  label: string;
  addLabel: string;
  type: "date" | "time";
  values: readonly string[];
  inWords: (value: string) => string;
  onChange: (values: string[]) => void;
}

/** Several days or clock times: each is added, and can be taken out again. */
export function DatesAndTimes({ label, addLabel, type, values, inWords, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const add = () => {
    if (!typed) return;
    onChange([...new Set([...values, typed])].sort());
    setTyped("");
  };
  return (
    <div className="grid gap-2">
      <div className="flex items-end gap-2">
        <Field label={label} className="grow">
          {(ids) => (
            <Input
              {...ids}
              type={type}
              value={typed}
              onChange={({ target }) => { setTyped(target.value); }}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                add();
              }}
            />
          )}
        </Field>
        <Button look="quiet" onClick={add}>
          {addLabel}
        </Button>
      </div>
      {values.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {values.map((value) => (
            <li key={value}>
              <button
                type="button"
                aria-label={texts.repeats.remove(inWords(value))}
                className="inline-flex min-h-11 items-center gap-1.5 rounded-full bg-lagoon-tint px-4 font-semibold text-lagoon-deep tabular-nums"
                onClick={() => { onChange(values.filter((one) => one !== value)); }}
              >
                {inWords(value)}
                <X aria-hidden="true" className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
