import { Button } from "@/components/ui/Button";
import { cn } from "@/lib/cn";
import { texts } from "../texts";

interface Props {
  total: string;
  /** When, where that is chosen, and for how many. */
  chosen: string;
  isBusy: boolean;
  isReady: boolean;
  note: string;
  onHold: () => void;
  onChoose: () => void;
}

/** The total and the one thing to do next; on phones it stays at the bottom of the screen. */
export function HoldBar({ total, chosen, isBusy, isReady, note, onHold, onChoose }: Props) {
  return (
    <div
      className={cn(
        "fixed inset-x-0 bottom-0 z-30 border-t border-line bg-shell/97 px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] backdrop-blur",
        "lg:static lg:mt-5 lg:border-0 lg:bg-transparent lg:p-0",
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 lg:flex-col lg:items-stretch">
        <p className="min-w-0 lg:flex lg:items-baseline lg:justify-between">
          <span className="sr-only lg:not-sr-only lg:font-semibold">{texts.detail.total} </span>
          <span className="font-display text-2xl font-semibold">{total}</span>
          <span className="block truncate text-sm text-ink-soft lg:hidden">{chosen}</span>
        </p>
        {isReady ? (
          <Button look="action" className="min-h-13 max-w-full px-6 text-lg" isBusy={isBusy} onClick={onHold}>
            {texts.detail.hold}
          </Button>
        ) : (
          <Button look="action" className="min-h-13 max-w-full px-6 text-lg" onClick={onChoose}>
            {texts.detail.chooseFirst}
          </Button>
        )}
      </div>
      <p className="mt-3 hidden text-sm text-ink-soft lg:block">{note}</p>
    </div>
  );
}
