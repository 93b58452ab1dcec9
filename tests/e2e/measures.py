"""What a page costs, as the browser itself measures it."""

from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page

OBSERVE = """
window.measured = { shift: 0, largest: 0, slowest: 0, what: "" };
const seen = window.measured;
function follow(type, take, more) {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
  observer.observe({ type, buffered: true, ...more });
}
follow("layout-shift", (it) => {
  if (it.hadRecentInput) return;
  seen.shift += it.value;
  const moved = it.sources.map(({ node }) => `${node?.nodeName}.${node?.className}`);
  seen.what += `${it.value.toFixed(3)}: ${moved.join(", ")}; `;
});
follow("largest-contentful-paint", (it) => { seen.largest = it.startTime; });
follow("event", (it) => {
  if (it.interactionId) seen.slowest = Math.max(seen.slowest, it.duration);
}, { durationThreshold: 16 });
"""
SIZES = """() => performance.getEntriesByType("resource")
  .map((it) => [it.name, it.transferSize])"""
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}


@dataclass(frozen=True, slots=True)
class Measured:
    """Of one visit: times in milliseconds, sizes in bytes as they came over the wire."""

    layout_shift: float
    largest_paint: float
    slowest_interaction: float
    bytes_by_kind: dict[str, int]
    shifted: str


def observe(context: BrowserContext) -> None:
    """Have every page of a window measured from its start."""
    context.add_init_script(OBSERVE)


def slow_down(page: Page, *, processor: int = 4) -> None:
    """Make this the phone of somebody by the pool: a slow processor, slow 4G."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": processor})


def measured(page: Page) -> Measured:
    """Return what was measured on a page so far."""
    told = page.evaluate("window.measured")
    sizes = page.evaluate(SIZES)
    by_kind: dict[str, int] = {}
    for name, size in sizes:
        kind = _kind_of(name)
        by_kind[kind] = by_kind.get(kind, 0) + int(size)
    return Measured(
        layout_shift=told["shift"],
        largest_paint=told["largest"],
        slowest_interaction=told["slowest"],
        bytes_by_kind=by_kind,
        shifted=told["what"],
    )


def _kind_of(name: str) -> str:
    path = name.split("?")[0].split("#")[0]
    kinds = {".js": "script", ".css": "style", ".woff2": "font"}
    kinds |= dict.fromkeys((".webp", ".jpg", ".jpeg", ".png", ".avif", ".svg"), "image")
    return next((kind for end, kind in kinds.items() if path.endswith(end)), "other")
