import { cn } from "@/lib/cn";
import { texts } from "@/lib/texts";

/** A grey shape where something will stand. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn("animate-pulse rounded-2xl bg-line/60 motion-reduce:animate-none", className)} />;
}

/** A page whose content is on its way. */
export function Loading({ rows = 3 }: { rows?: number }) {
  return (
    <div role="status" className="grid gap-4 py-6">
      <span className="sr-only">{texts.loading}</span>
      {Array.from({ length: rows }, (_, n) => (
        <Skeleton key={n} className="h-28" />
      ))}
    </div>
  );
}
