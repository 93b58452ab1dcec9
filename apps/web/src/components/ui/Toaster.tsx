import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { cn } from "@/lib/cn";
import { useStore } from "@/lib/store";
import { texts } from "@/lib/texts";
import { dismiss, toasts } from "@/lib/toast";

const LOOKS = {
  info: { Icon: Info, tint: "text-lagoon-deep" },
  success: { Icon: CircleCheck, tint: "text-palm" },
  error: { Icon: CircleAlert, tint: "text-coral-deep" },
};

/** Where toasts appear; screen readers are told of each. */
export function Toaster() {
  const shown = useStore(toasts);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 top-[calc(4.5rem+env(safe-area-inset-top))] z-60 mx-auto grid max-w-md gap-2 px-4"
    >
      {shown.map(({ id, kind, text }) => {
        const { Icon, tint } = LOOKS[kind];
        return (
          <div
            key={id}
            className="pointer-events-auto flex items-center gap-3 rounded-2xl border border-line bg-shell py-1 pr-1 pl-4 shadow-xl animate-in fade-in slide-in-from-top-4"
          >
            <Icon aria-hidden="true" className={cn("size-5 shrink-0", tint)} />
            <p className="flex-1 py-2 font-medium">{text}</p>
            <button
              type="button"
              aria-label={texts.close}
              className="grid size-11 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-sand"
              onClick={() => {
                dismiss(id);
              }}
            >
              <X aria-hidden="true" className="size-4" />
            </button>
          </div>
        );
      })}
    </div>
  );
}
