import { useId, type ReactNode } from "react";
import { cn } from "@/lib/cn";

/** A part of a page, on a card of its own. */
export function Section({ title, className, children }: { title: string; className?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn("rounded-card border border-line bg-shell p-5 sm:p-6", className)}>
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      <div className="mt-3">{children}</div>
    </section>
  );
}
