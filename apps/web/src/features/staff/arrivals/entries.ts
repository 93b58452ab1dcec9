import { clockTime, people } from "@/lib/format";
import type { ManifestEntry } from "../parts/shapes";
import { texts } from "./texts";

/** `2 Adult, 1 Child`, by the rates' order. */
export function partyInWords(party: Record<string, number>, rates: string[]): string {
  const coming = rates.filter((rate) => (party[rate] ?? 0) > 0);
  // The one rate of an activity without any says nothing more.
  if (rates.length === 1) return people(party[rates[0] ?? ""] ?? 0);
  return coming
    .map((rate) => `${party[rate] ?? 0} ${rateInWords(rate)}`)
    .join(", ");
}

/** A rate's code as a heading. */
export function rateInWords(code: string): string {
  const words = code.replace(/[_-]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** When a party came, and how many of it; nothing before. */
export function arrivalInWords({ checked_in_at: at, arrived, participants }: ManifestEntry): string {
  return at === null ? "" : texts.manifest.arrived(arrived ?? participants, participants, clockTime(at));
}

/** What the pier must know of a party: wishes, notes, and that it has the boat alone. */
export function remarks(entry: ManifestEntry): string[] {
  const isHeld = entry.status === "pending";
  return [
    entry.is_private ? texts.manifest.isPrivate : "",
    isHeld ? texts.manifest.held : "",
    entry.special_requests,
    ...entry.notes,
  ].filter(Boolean);
}
