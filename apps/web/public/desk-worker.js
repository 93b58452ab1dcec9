// Keeps the desk's pages opening where there is no connection: the document and its code. What they show is kept by
// the pages themselves. Guests never get this: only the desk registers it, and only for its own addresses.
const CACHE = "desk-1";
const DOCUMENT = "/desk";
const MOST_FILES = 150;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([DOCUMENT, "/theme.js"]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

// Files that the page had loaded before this was there.
self.addEventListener("message", (event) => {
  const paths = Array.isArray(event.data) ? event.data.filter(isFile) : [];
  event.waitUntil(Promise.all(paths.map((path) => file(new Request(path)).catch(() => undefined))));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (isFile(pathname)) event.respondWith(file(request));
});

function isFile(path) {
  return typeof path === "string" && (path.startsWith("/assets/") || path === "/theme.js");
}

// The newest document where there is a connection: its files have other names after each release.
async function page(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(DOCUMENT, answer.clone());
    return answer;
  } catch (problem) {
    const kept = await cache.match(DOCUMENT);
    if (kept) return kept;
    throw problem;
  }
}

// Named by their content, files never change.
async function file(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request.url, answer.clone());
    const all = await cache.keys();
    const tooMany = all.filter(({ url }) => url.includes("/assets/")).slice(0, -MOST_FILES);
    await Promise.all(tooMany.map((one) => cache.delete(one)));
  }
  return answer;
}
