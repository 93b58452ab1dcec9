"""A resort's own colours and logo, in place of those that the web app comes with.

Every colour is taken as far towards black or white as words need to be read on it: at least
4.5 to 1 (WCAG 2.2, 1.4.3 and 1.4.6; luminance and contrast as defined there).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

BLACK, WHITE = "#000000", "#ffffff"
SAND, NIGHT = "#f7f1e7", "#14292d"  # what the app's words stand on, by day and in the dark
STYLE = "brand.css"
KINDS = {".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """What is served besides the built app: files by name (kind, bytes), and links to them."""

    files: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)
    links: tuple[str, ...] = ()


def brand_of(*, main: str | None, accent: str | None, logo: str | None) -> Brand:
    """Return the brand of a resort; colours are `#rrggbb`, the logo a file or an address."""
    files = {}
    if main or accent:
        files[STYLE] = ("text/css", stylesheet(main=main, accent=accent).encode())
    address = logo_address(logo)
    if logo and address and address != logo:
        kind = KINDS[Path(logo).suffix.lower()]
        files[address.removeprefix("/")] = (kind, Path(logo).read_bytes())
    links = (f'<link rel="stylesheet" href="/{STYLE}" />',) if STYLE in files else ()
    return Brand(files=files, links=links)


def logo_address(logo: str | None) -> str | None:
    """Return where pages find a logo: a file is served by the API, an address is as it is."""
    if logo is None or logo.startswith("https://"):
        return logo
    return f"/logo{Path(logo).suffix.lower()}"


def stylesheet(*, main: str | None, accent: str | None) -> str:
    """Return the rules that put a resort's colours in the place of lagoon and coral."""
    day: dict[str, str] = {}
    dark: dict[str, str] = {}
    if main:
        day |= {
            "lagoon": readable(main, on=SAND, least=4.5),
            "lagoon-deep": readable(main, on=SAND, least=7.5),
            "lagoon-tint": mixed(main, WHITE, 0.86),
            "deep": readable(main, on=SAND, least=8.5),
            "ring": readable(main, on=SAND, least=4.5),
        }
        dark |= {
            "lagoon": readable(main, on=NIGHT, least=7),
            "lagoon-deep": readable(main, on=NIGHT, least=8.5),
            "lagoon-tint": mixed(main, NIGHT, 0.85),
            "deep": readable(main, on=SAND, least=11.5),
            "ring": readable(main, on=NIGHT, least=8.5),
        }
    if accent:
        day |= {
            "coral": readable(accent, on=SAND, least=4.5),
            "coral-deep": readable(accent, on=SAND, least=6.5),
            "coral-tint": mixed(accent, WHITE, 0.86),
        }
        dark |= {
            "coral": readable(accent, on=NIGHT, least=6.5),
            "coral-deep": readable(accent, on=NIGHT, least=8),
            "coral-tint": mixed(accent, NIGHT, 0.85),
        }
    return f":root {{{_rules(day)}}}\n.dark {{{_rules(dark)}}}\n"


def readable(color: str, *, on: str, least: float) -> str:
    """Return the colour nearest to `color` that has at least a contrast with `on`."""
    end = BLACK if luminance(on) > luminance("#777777") else WHITE
    shades = (mixed(color, end, step / 50) for step in range(51))
    return next((shade for shade in shades if contrast(shade, on) >= least), end)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    """Return a colour's relative luminance, from 0 (black) to 1 (white)."""
    red, green, blue = (_linear(value / 255) for value in _parts(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(color: str, other: str, share: float) -> str:
    """Return `color` with a share (0 to 1) of another in it."""
    pairs = zip(_parts(color), _parts(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _parts(color: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(color.removeprefix("#")))


def _rules(colors: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colors.items())
