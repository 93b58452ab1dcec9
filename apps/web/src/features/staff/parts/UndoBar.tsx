import { CircleCheck } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/Button";
import { useStore } from "@/lib/store";
import { texts } from "./texts";
import { endUndo, undoable } from "./undo";

/** Where what was done last can be taken back; screen readers are told of it. */
export function UndoBar() {
  const done = useStore(undoable);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-40 mx-auto max-w-lg px-4 md:bottom-6 print:hidden"
    >
      {done ? (
        <div
          key={done.id}
          className="pointer-events-auto flex items-center gap-3 rounded-2xl border border-line bg-shell py-1.5 pr-1.5 pl-4 shadow-xl animate-in fade-in slide-in-from-bottom-4"
        >
          <CircleCheck aria-hidden="true" className="size-5 shrink-0 text-palm" />
          <p className="min-w-0 flex-1 font-medium">{done.text}</p>
          <UndoButton
            until={done.until}
            onUndo={() => {
              endUndo(done.id);
              done.undo();
            }}
          />
        </div>
      ) : null}
    </div>
  );
}

function UndoButton({ until, onUndo }: { until: number; onUndo: () => void }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const seconds = Math.max(1, Math.ceil((until - now) / 1000));
  return (
    // The count is for the eye: read out every second it would only disturb.
    <Button look="quiet" size="small" aria-label={texts.undo} onClick={onUndo}>
      {texts.undoIn(seconds)}
    </Button>
  );
}
