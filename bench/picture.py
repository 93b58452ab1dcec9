"""The ratios to the peer as a picture: one bar for each, from the least to the most."""

from collections.abc import Sequence
from html import escape
from math import log10
from statistics import median

from bench.figures import Figure, Round, ratio, values_of

BARS = (
    ratio("spread", "peer_spread", "Bookings, spread over 1,000 slots"),
    ratio("hot", "peer_hot", "Bookings, one hot slot"),
    ratio("peer_rush_seconds", "rush_seconds", "500 guests at once for 50 seats"),
    ratio("list_cached", "peer_list_cached", "List of activities, both cached"),
    ratio("list_fresh", "peer_list_fresh", "List of activities, neither cached"),
)
TITLE = "How many times as fast as a plain Django application"
MARKS = (1, 2, 5, 10, 20, 50)
LEFT, RIGHT, TOP, ROW = 250, 640, 56, 34
WIDTH = 760
LEAST, MOST = 0.5, 60.0
# Read on light and on dark pages.
STYLE = """\
text { font: 13px system-ui, sans-serif; fill: #1f2933; }
.title { font-weight: 600; font-size: 15px; }
.mark { fill: #52606d; font-size: 11px; }
.line { stroke: #cbd2d9; } .one { stroke: #52606d; }
.bar { fill: #0b7285; } .spread { stroke: #1f2933; stroke-width: 2; }
@media (prefers-color-scheme: dark) {
  text { fill: #e4e7eb; } .mark { fill: #9aa5b1; }
  .line { stroke: #3e4c59; } .one { stroke: #9aa5b1; }
  .bar { fill: #3bc9db; } .spread { stroke: #f5f7fa; }
}
"""


def picture(rounds: Sequence[Round]) -> str:
    """Draw it as SVG; empty where there was no peer."""
    bars = [(figure, values_of(figure, rounds)) for figure in BARS]
    bars = [(figure, values) for figure, values in bars if values]
    if not bars:
        return ""
    bottom = TOP + ROW * len(bars)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {bottom + 30}"'
        f' role="img" aria-label="{escape(_said(bars))}">',
        f"<style>{STYLE}</style>",
        f'<text class="title" x="10" y="24">{TITLE}</text>',
        *(_mark(mark, bottom) for mark in MARKS),
        *(_bar(row, figure, values) for row, (figure, values) in enumerate(bars)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _mark(mark: int, bottom: int) -> str:
    x, kind = _x(mark), "one" if mark == 1 else "line"
    return (
        f'<line class="{kind}" x1="{x}" x2="{x}" y1="{TOP - 10}" y2="{bottom}"/>'
        f'<text class="mark" x="{x}" y="{bottom + 16}" text-anchor="middle">{mark}×</text>'
    )


def _bar(row: int, figure: Figure, values: Sequence[float]) -> str:
    y = TOP + ROW * row
    middle, least, most = median(values), min(values), max(values)
    one, end = sorted((_x(1), _x(middle)))
    told = f"{middle:.1f}× ({least:.1f} to {most:.1f})"
    return (
        f'<text x="10" y="{y + 16}">{escape(figure.title)}</text>'
        f'<rect class="bar" x="{one}" y="{y + 2}" width="{end - one:.1f}" height="18" rx="2"/>'
        f'<line class="spread" x1="{_x(least)}" x2="{_x(most)}" y1="{y + 11}" y2="{y + 11}"/>'
        f'<text x="{RIGHT + 10}" y="{y + 16}">{told}</text>'
    )


def _x(value: float) -> float:
    share = log10(min(max(value, LEAST), MOST) / LEAST) / log10(MOST / LEAST)
    return round(LEFT + share * (RIGHT - LEFT), 1)


def _said(bars: Sequence[tuple[Figure, Sequence[float]]]) -> str:
    lines = [f"{figure.title}: {median(values):.1f}" for figure, values in bars]
    return f"{TITLE}. {'; '.join(lines)}."
