import { Check } from "lucide-react";

interface Props {
  label: string;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}

/** One of several things to choose, as a chip. */
export function Choice({ label, isChosen, onChange }: Props) {
  return (
    <label className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-full border border-line bg-shell px-4 font-medium has-checked:border-lagoon has-checked:bg-lagoon-tint has-checked:text-lagoon-deep has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring">
      <input
        type="checkbox"
        className="sr-only"
        checked={isChosen}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      {isChosen ? <Check aria-hidden="true" className="size-4" /> : null}
      {label}
    </label>
  );
}
