import { useQuery, type QueryClient } from "@tanstack/react-query";
import { get } from "@/lib/http";
import { keptQuery } from "../parts/kept-query";
import type { Manifest, ManifestEntry } from "../parts/shapes";

export function manifestCall(slotId: string) {
  return keptQuery<Manifest>(["desk", "manifest", slotId], `/staff/slots/${encodeURIComponent(slotId)}/manifest/`);
}

/** Who is to come aboard; readable without a connection once it was there. */
export function useManifest(slotId: string) {
  return useQuery(manifestCall(slotId));
}

/** The manifest as a file for other programs. */
export function manifestFile(slotId: string): Promise<string> {
  return get<string>(`/staff/slots/${slotId}/manifest/`, { params: { format: "csv" }, responseType: "text" });
}

/** Show an entry at once as it is going to be; the answer takes it back. */
export function foresee(queries: QueryClient, bookingId: string, change: Partial<ManifestEntry>): () => void {
  const before = queries.getQueriesData<Manifest>({ queryKey: ["desk", "manifest"] });
  queries.setQueriesData<Manifest>({ queryKey: ["desk", "manifest"] }, (manifest) =>
    manifest && {
      ...manifest,
      items: manifest.items.map((one) => (one.booking_id === bookingId ? { ...one, ...change } : one)),
    },
  );
  return () => {
    for (const [key, manifest] of before) queries.setQueryData(key, manifest);
  };
}
