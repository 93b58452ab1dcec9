import { useId, type ComponentProps, type ReactNode } from "react";
import { cn } from "@/lib/cn";

export const fieldLook =
  "min-h-11 w-full max-w-full min-w-0 rounded-xl border border-line bg-shell px-3.5 text-base text-ink placeholder:text-ink-soft aria-invalid:border-coral";

interface Props {
  label: string;
  hint?: string;
  error?: string | undefined;
  className?: string;
  children: (ids: { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined }) => ReactNode;
}

/** A labelled field with its hint and its error, tied together for screen readers. */
export function Field({ label, hint, error, className, children }: Props) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={cn("grid max-w-full min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5", className)}>
      <label htmlFor={id} className="text-sm font-semibold text-ink-soft">
        {label}
      </label>
      {children({
        id,
        "aria-describedby": note ? `${id}-note` : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {note ? (
        <p id={`${id}-note`} role={error ? "alert" : undefined} className={cn("text-sm", error ? "text-coral-deep" : "text-ink-soft")}>
          {note}
        </p>
      ) : null}
    </div>
  );
}

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cn(fieldLook, className)} {...rest} />;
}

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={cn(fieldLook, "py-2.5", className)} rows={3} {...rest} />;
}

export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <select className={cn(fieldLook, "pr-8", className)} {...rest}>
      {children}
    </select>
  );
}
