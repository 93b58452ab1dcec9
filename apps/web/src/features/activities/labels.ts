import type { Category } from "@/api/shapes";

/** How the kinds are called, by their codes. */
export function labelsOf(kinds: Category[] | undefined): Record<string, string> {
  return Object.fromEntries((kinds ?? []).map(({ code, label }) => [code, label]));
}
