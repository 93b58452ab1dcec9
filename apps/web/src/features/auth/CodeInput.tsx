import { useState, type ComponentProps } from "react";
import { cn } from "@/lib/cn";

export const DIGITS = 6;

type Props = Omit<ComponentProps<"input">, "value" | "onChange"> & { value: string; onChange: (code: string) => void };

/** Six cells over which one field lies, so that pasting, autofill and screen readers meet an ordinary input. */
export function CodeInput({ value, onChange, className, ...rest }: Props) {
  const [hasFocus, setFocus] = useState(false);
  const here = Math.min(value.length, DIGITS - 1);
  return (
    <div className={cn("relative", className)}>
      <div aria-hidden="true" className="grid grid-cols-6 gap-2">
        {Array.from({ length: DIGITS }, (_, n) => (
          <span
            key={n}
            className={cn(
              "grid h-14 place-items-center rounded-xl border bg-shell font-display text-2xl font-semibold tabular-nums",
              hasFocus && n === here ? "border-lagoon ring-2 ring-lagoon" : "border-line",
              rest["aria-invalid"] && "border-coral",
            )}
          >
            {value[n] ?? ""}
          </span>
        ))}
      </div>
      <input
        {...rest}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        name="code"
        value={value}
        onFocus={() => {
          setFocus(true);
        }}
        onBlur={() => {
          setFocus(false);
        }}
        onChange={(event) => {
          onChange(event.target.value.replace(/\D/g, "").slice(0, DIGITS));
        }}
        className="absolute inset-0 size-full cursor-text rounded-xl bg-transparent text-transparent caret-transparent outline-none selection:bg-transparent"
      />
    </div>
  );
}
