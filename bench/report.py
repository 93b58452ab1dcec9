"""What the benchmark tells at its end."""

from collections.abc import Sequence

from bench.figures import Round, measured, ratio, table

BOOKINGS = (
    measured("spread", "Bookings over HTTP, spread over 1,000 slots", "/s"),
    measured("spread_p50", "… half of them within", "ms"),
    measured("spread_p99", "… 99 of 100 within", "ms"),
    measured("hot", "Bookings over HTTP, one hot slot", "/s"),
    measured("hot_p99", "… 99 of 100 within", "ms"),
    measured("five_spread", "pgbench: five trips, spread", "/s"),
    measured("one_spread", "pgbench: one statement, spread", "/s"),
    measured("five_hot", "pgbench: five trips, one hot slot", "/s"),
    measured("one_hot", "pgbench: one statement, one hot slot", "/s"),
    ratio("spread", "five_spread", "Spread, of pgbench's five trips", "0.30"),
    ratio("spread", "one_spread", "Spread, of pgbench's one statement"),
    ratio("hot", "five_hot", "Hot slot, of pgbench's five trips on it", "0.70"),
    ratio("hot", "spread", "Hot slot, of our own spread", "0.70"),
    ratio("one_spread", "five_spread", "One statement, of five trips (both pgbench)"),
)
RUSH = (
    measured("rush_exact", "500 guests at once for 50 seats: exact", "of 100", "100"),
    measured("rush_seconds", "… until everybody is answered", "s"),
    measured("rush_floor", "pgbench: 500 times five trips on one slot", "s"),
    ratio("rush_seconds", "rush_floor", "… of pgbench's five trips"),
)
READS = (
    measured("list_cached", "List of 20 activities, cached", "/s"),
    measured("list_cached_p99", "… 99 of 100 within", "ms"),
    measured("list_packed", "The same, gzip accepted", "/s"),
    measured("list_fresh", "List of 20 activities, not cached", "/s"),
    measured("list_sql", "pgbench: that list's own SQL", "/s"),
    measured("nginx", "nginx: the same list as a file", "/s"),
    measured("ceiling", "The load alone: a server that only answers", "/s"),
    ratio("list_fresh", "list_sql", "Not cached, of pgbench's same SQL"),
    ratio("list_cached", "list_fresh", "Cached, of not cached"),
    ratio("list_cached", "nginx", "Cached, of nginx's file", "0.12"),
    ratio("list_cached", "ceiling", "Cached, of the load's own ceiling"),
    measured("load_share", "The load's share of a core (cached list)", "×"),
)
PEER = (
    measured("peer_spread", "Django: bookings, spread", "/s"),
    measured("peer_hot", "Django: bookings, one hot slot", "/s"),
    measured("peer_rush_seconds", "Django: 500 guests at once for 50 seats", "s"),
    measured("peer_list_cached", "Django: list of 20, its page cached", "/s"),
    measured("peer_list_fresh", "Django: list of 20, not cached", "/s"),
    measured("usual_spread", "Django as usual: bookings, spread", "/s"),
    measured("usual_list_cached", "Django as usual: list of 20, its page cached", "/s"),
    ratio("spread", "peer_spread", "Bookings, spread", "4"),
    ratio("spread", "usual_spread", "Bookings, spread, × Django as usual"),
    ratio("hot", "peer_hot", "Bookings, one hot slot"),
    ratio("rush_seconds", "peer_rush_seconds", "Time of a rush (less is better)", "≤ 0.4"),
    ratio("list_cached", "peer_list_cached", "List, both cached", "5"),
    ratio("list_cached", "usual_list_cached", "List, both cached, × Django as usual"),
    ratio("list_cached", "peer_list_fresh", "List, ours cached × Django's not", "40"),
    ratio("list_fresh", "peer_list_fresh", "List, neither cached", "4"),
    ratio("memory_mb", "peer_memory_mb", "Memory of a process under load", "≤ 0.9"),
    ratio("import_ms", "peer_import_ms", "Start: all that is imported", "≤ 1.2"),
)
WORKER = (
    measured("relay_rate", "Relay, one process: events a second", "/s", "500"),
    measured("wake_p50", "From commit to the provider, half within", "ms", "10"),
    measured("wake_p95", "… 95 of 100 within", "ms", "25"),
)
STRESS = (
    measured("peak_rate", "A peak hour's mix: answers", "/s"),
    measured("peak_p50", "… half of them within", "ms"),
    measured("peak_p99", "… 99 of 100 within", "ms"),
    measured("webhooks_seconds", "2,000 messages come in at once: all kept after", "s", "10"),
    measured("webhooks_p99", "… 99 of 100 answered within", "ms"),
    measured("refused_ms", "No connection to be had: 503 within", "ms", "2,000"),
    measured("recovered_s", "… and well again after", "s"),
    measured("disk_full_refused", "Full disk: bookings told 503, none half written", "of 100"),
    measured("disk_full_recovered_s", "… and booked again, once there is room, after", "s"),
)
SMALL = (
    measured("sqlite_rate", "SQLite, durable, 32 writers: bookings", "/s"),
    measured("sqlite_p99", "… 99 of 100 within", "ms", "100"),
    measured("help_ms", "resortbook --help", "ms", "300"),
    measured("import_ms", "Importing the API", "ms"),
    measured("python_ms", "An empty Python, for comparison", "ms"),
    measured("memory_mb", "Memory of an API process under load", "MB"),
)
SECTIONS = {
    "Bookings": BOOKINGS,
    "A rush": RUSH,
    "Reading": READS,
    "× a Django application": PEER,
    "The worker": WORKER,
    "Too much": STRESS,
    "Small things": SMALL,
}


def report(machine: str, rounds: Sequence[Round], *, seconds: float) -> str:
    """Write it all as Markdown that reads as plain text."""
    lines = [
        machine,
        "",
        f"{len(rounds)} rounds, {seconds:g} s a measure. Ratios are of figures of one round;"
        " only they mean something elsewhere.",
    ]
    for title, figures in SECTIONS.items():
        lines += ["", f"## {title}", "", *table(figures, rounds)]
    return "\n".join(lines) + "\n"
