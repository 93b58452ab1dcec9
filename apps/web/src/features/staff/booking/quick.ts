import { create } from "@/lib/store";

interface Quick {
  isOpen: boolean;
  /** A departure that is chosen already. */
  slotId: string | null;
}

const CLOSED: Quick = { isOpen: false, slotId: null };

export const quickBooking = create<Quick>(CLOSED);
let opener: Element | null = null;

/** Open the dialog by which the desk books; with a departure where one is meant. */
export function openQuickBooking(slotId: string | null = null): void {
  opener = document.activeElement;
  quickBooking.set({ isOpen: true, slotId });
}

/** Close it; the focus goes back where it was. */
export function closeQuickBooking(): void {
  quickBooking.set(CLOSED);
  const back = opener;
  // Once the dialog has let go of it.
  setTimeout(() => {
    if (back instanceof HTMLElement && back.isConnected) back.focus();
  });
}
