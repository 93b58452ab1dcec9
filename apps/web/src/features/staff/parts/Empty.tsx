import type { ReactNode } from "react";

/** Says that there is nothing, and what can be done next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div role="status" className="grid justify-items-start gap-2 rounded-card border border-dashed border-line p-6">
      <p className="font-display text-xl font-semibold">{title}</p>
      {children}
    </div>
  );
}
