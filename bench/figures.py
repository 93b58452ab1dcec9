"""Figures, and how they are told: the median of the rounds, the least and the most."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Round = dict[str, float]  # figures of one round by name; one that could not be had is missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table, worked out of each round by itself."""

    title: str
    unit: str
    of: Callable[[Round], float]
    goal: str = ""


def measured(name: str, title: str, unit: str, goal: str = "") -> Figure:
    """Tell a figure as it was measured."""
    return Figure(title=title, unit=unit, of=lambda figures: figures[name], goal=goal)


def ratio(above: str, below: str, title: str, goal: str = "") -> Figure:
    """Tell one figure as a share of another one of the same round."""
    return Figure(
        title=title, unit="×", of=lambda figures: figures[above] / figures[below], goal=goal
    )


def table(figures: Sequence[Figure], rounds: Sequence[Round]) -> list[str]:
    """Write the lines of a table; its columns line up in plain text too."""
    cells = [("", "median", "least – most", "unit", "goal")]
    for figure in figures:
        values = values_of(figure, rounds)
        if values:
            spread = f"{_number(min(values))} – {_number(max(values))}"
            middle = _number(median(values))
            cells.append((figure.title, middle, spread, figure.unit, figure.goal))
        else:
            cells.append((figure.title, "not here", "", figure.unit, figure.goal))
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    lines = [_line(row, widths) for row in cells]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return lines


def values_of(figure: Figure, rounds: Sequence[Round]) -> list[float]:
    """Return a figure of each round that has it."""
    values = []
    for figures in rounds:
        try:
            values.append(figure.of(figures))
        except KeyError:
            continue
    return values


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return "| " + " | ".join([first, *rest]) + " |"
