import { cn } from "@/lib/cn";

interface Props<K extends string> {
  label: string;
  choices: { key: K; label: string }[];
  chosen: K | "";
  onChoose: (key: K) => void;
}

/** One of a few views of the same page. */
export function Tabs<K extends string>({ label, choices, chosen, onChoose }: Props<K>) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-2">
      {choices.map(({ key, label: name }) => (
        <button
          key={key}
          type="button"
          aria-pressed={key === chosen}
          onClick={() => { onChoose(key); }}
          className={cn(
            "min-h-11 rounded-full border px-4 font-semibold",
            key === chosen ? "border-lagoon bg-lagoon-tint text-lagoon-deep" : "border-line bg-shell text-ink-soft hover:border-lagoon",
          )}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
