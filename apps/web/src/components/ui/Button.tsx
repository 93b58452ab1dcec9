import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const looks = cva(
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-full px-5 text-base font-semibold transition-colors disabled:pointer-events-none disabled:opacity-55 aria-disabled:opacity-55",
  {
    variants: {
      look: {
        primary: "bg-lagoon text-on-lagoon hover:bg-lagoon-deep",
        action: "bg-coral text-on-coral hover:bg-coral-deep",
        quiet: "border border-line bg-shell text-ink hover:border-lagoon hover:text-lagoon-deep",
        plain: "px-3 text-lagoon-deep underline-offset-4 hover:underline",
        danger: "border border-coral bg-transparent text-coral-deep hover:bg-coral-tint",
      },
      size: { normal: "", small: "min-h-11 px-4 text-sm", wide: "w-full min-h-13 text-lg" },
    },
    defaultVariants: { look: "primary", size: "normal" },
  },
);

type Props = ComponentProps<"button"> & VariantProps<typeof looks> & { asChild?: boolean; isBusy?: boolean };

/** A button; while it is busy it takes no second tap, keeps the focus, and says so to screen readers. */
export function Button({ className, look, size, asChild = false, isBusy = false, children, onClick, ...rest }: Props) {
  const names = cn(looks({ look, size }), className);
  if (asChild)
    return (
      <Slot.Root className={names} onClick={onClick} {...rest}>
        {children}
      </Slot.Root>
    );
  return (
    <button
      type="button"
      {...rest}
      className={names}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={
        isBusy
          ? (event) => {
              event.preventDefault();
            }
          : onClick
      }
    >
      {isBusy ? <Spinner /> : null}
      {children}
    </button>
  );
}

function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-4 animate-spin rounded-full border-2 border-current border-r-transparent motion-reduce:hidden"
    />
  );
}
