import { useEffect } from "react";

const WORKER = "/desk-worker.js";

/** Let the desk's pages open without a connection once they were opened with one. */
export function useOfflineReading(): void {
  useEffect(() => {
    // Where the page is no secure one there is none; development changes its files too often for it.
    if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
    void prepare().catch(() => undefined);
  }, []);
}

async function prepare(): Promise<void> {
  await navigator.serviceWorker.register(WORKER, { scope: "/desk" });
  const { active } = await navigator.serviceWorker.ready;
  // What is most needed at the pier, whether it was opened or not.
  await import("../arrivals/ManifestPage");
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  active?.postMessage([...new Set(loaded)]);
}
