import { lazy, Suspense, useEffect } from "react";
import { useStore } from "@/lib/store";
import { isTyping } from "../parts/typing";
import { openQuickBooking, quickBooking } from "./quick";

const fetchDialog = () => import("./QuickDialog");
const QuickDialog = lazy(fetchDialog);

/** Ctrl-K, or N outside of fields, opens the booking dialog on any page of the desk. */
export function QuickBooking() {
  const { isOpen, slotId } = useStore(quickBooking);
  useShortcut();
  useEffect(() => {
    // Fetched before it is asked for: whoever is on the phone does not wait.
    void fetchDialog();
  }, []);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <QuickDialog slotId={slotId} />
    </Suspense>
  );
}

function useShortcut(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
      const isLetter = event.key === "n" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if ((!isCommand && !isLetter) || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      openQuickBooking();
    };
    addEventListener("keydown", listen);
    return () => {
      removeEventListener("keydown", listen);
    };
  }, []);
}
