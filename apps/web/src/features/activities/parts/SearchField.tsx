import { Search } from "lucide-react";
import { cn } from "@/lib/cn";
import { texts } from "../texts";

interface Props {
  value: string;
  onChange: (words: string) => void;
  className?: string;
}

/** Words to look for, found while they are typed. */
export function SearchField({ value, onChange, className }: Props) {
  return (
    <div className={cn("relative", className)}>
      <Search aria-hidden="true" className="pointer-events-none absolute top-1/2 left-4 size-5 -translate-y-1/2 text-ink-soft" />
      <input
        type="search"
        aria-label={texts.activities.search}
        placeholder={texts.activities.searchHint}
        enterKeyHint="search"
        autoComplete="off"
        maxLength={200}
        className="min-h-13 w-full rounded-full border border-line bg-shell pr-4 pl-12 text-base text-ink placeholder:text-ink-soft"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </div>
  );
}
