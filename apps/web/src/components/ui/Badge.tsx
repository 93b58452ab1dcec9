import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

const looks = cva("inline-flex items-center gap-1 rounded-full px-2.5 py-1 text-sm font-semibold", {
  variants: {
    look: {
      calm: "bg-lagoon-tint text-lagoon-deep",
      good: "bg-palm-tint text-palm",
      warm: "bg-coral-tint text-coral-deep",
      grey: "bg-line/60 text-ink-soft",
    },
  },
  defaultVariants: { look: "calm" },
});

export function Badge({ look, className, children }: VariantProps<typeof looks> & { className?: string; children: ReactNode }) {
  return <span className={cn(looks({ look }), className)}>{children}</span>;
}
