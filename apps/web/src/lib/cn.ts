import { clsx, type ClassValue } from "clsx";
import { twMerge } from "tailwind-merge";

/** Join class names; of two that set the same thing the later one counts. */
export function cn(...names: ClassValue[]): string {
  return twMerge(clsx(names));
}
