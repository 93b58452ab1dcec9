import { Search } from "lucide-react";
import { useTyped } from "@/lib/typed";
import { texts } from "./texts";

/** Words of a name, found while they are typed. */
export function SearchField({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const [typed, setTyped] = useTyped(value, onChange);
  return (
    <div className="relative min-w-[min(15rem,100%)] flex-1">
      <Search aria-hidden="true" className="pointer-events-none absolute top-1/2 left-4 size-5 -translate-y-1/2 text-ink-soft" />
      <input
        type="search"
        aria-label={texts.search}
        placeholder={texts.search}
        autoComplete="off"
        maxLength={200}
        className="min-h-11 w-full rounded-full border border-line bg-shell pr-4 pl-12 text-base text-ink placeholder:text-ink-soft"
        value={typed}
        onChange={({ target }) => { setTyped(target.value); }}
      />
    </div>
  );
}
