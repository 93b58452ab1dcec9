import { create } from "@/lib/store";

const UNDO_MS = 10_000;

interface Undoable {
  id: number;
  text: string;
  /** Until when it can be taken back, by this device's clock. */
  until: number;
  undo: () => void;
}

/** What was done last, as long as it can be taken back with one tap. */
export const undoable = create<Undoable | null>(null);
let count = 0;

/** Say what was done, and offer for ten seconds to take it back. */
export function offerUndo(text: string, undo: () => void): void {
  count += 1;
  const id = count;
  undoable.set({ id, text, until: Date.now() + UNDO_MS, undo });
  setTimeout(() => {
    endUndo(id);
  }, UNDO_MS);
}

export function endUndo(id: number): void {
  if (undoable.get()?.id === id) undoable.set(null);
}
