import { create } from "./store";

interface Toast {
  id: number;
  kind: "info" | "success" | "error";
  text: string;
}

const MOST = 3;
const SHOWN_MS = 6_000;

export const toasts = create<Toast[]>([]);
let count = 0;

export function dismiss(id: number): void {
  toasts.set(toasts.get().filter((one) => one.id !== id));
}

function show(kind: Toast["kind"], text: string): void {
  count += 1;
  const id = count;
  const others = toasts.get().filter((one) => one.text !== text);
  toasts.set([...others.slice(1 - MOST), { id, kind, text }]);
  setTimeout(() => {
    dismiss(id);
  }, SHOWN_MS);
}

/** Say something for a few seconds, whatever page is shown. */
export const toast = {
  info: (text: string): void => {
    show("info", text);
  },
  success: (text: string): void => {
    show("success", text);
  },
  error: (text: string): void => {
    show("error", text);
  },
};
