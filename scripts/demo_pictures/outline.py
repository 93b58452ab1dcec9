"""Outlines of smooth shapes, as lists of points."""

import math
from collections.abc import Sequence

Point = tuple[float, float]
Points = Sequence[Point]


def spline(points: Points, *, closed: bool = False, steps: int = 14) -> list[Point]:
    """Return points on a smooth (Catmull-Rom) curve through all of `points`."""
    last = len(points) - 1

    def at(index: int) -> Point:
        return points[index % len(points)] if closed else points[min(max(index, 0), last)]

    curve: list[Point] = []
    for index in range(len(points) if closed else last):
        near = [at(index + shift) for shift in (-1, 0, 1, 2)]
        for step in range(steps):
            t = step / steps
            curve.append((_between(t, [p[0] for p in near]), _between(t, [p[1] for p in near])))
    return curve if closed else [*curve, points[-1]]


def ring(centre: Point, radii: Point, *, steps: int = 72) -> list[Point]:
    """Return the outline of an oval with the given half width and half height."""
    turns = [math.tau * step / steps for step in range(steps)]
    return [
        (centre[0] + radii[0] * math.cos(a), centre[1] + radii[1] * math.sin(a)) for a in turns
    ]


def rounded(corner: Point, size: Point, radius: float) -> list[Point]:
    """Return an upright rectangle with rounded corners; `corner` is its left upper one."""
    (x, y), (width, height) = corner, size
    r = min(radius, width / 2, height / 2)
    right, bottom = x + width, y + height
    if r <= 0:
        return [(x, y), (right, y), (right, bottom), (x, bottom)]
    centres = [(right - r, bottom - r), (x + r, bottom - r), (x + r, y + r), (right - r, y + r)]
    outline: list[Point] = []
    for quarter, (cx, cy) in enumerate(centres):
        for step in range(13):
            turn = math.pi / 2 * (quarter + step / 12)
            outline.append((cx + r * math.cos(turn), cy + r * math.sin(turn)))
    return outline


def ribbon(curve: Points, radii: Sequence[float]) -> list[list[Point]]:
    """Return the pieces of a line with round ends whose half width is `radii` along `curve`."""
    pieces = [ring(point, (r, r), steps=28) for point, r in zip(curve, radii, strict=True)]
    for n in range(len(curve) - 1):
        (x0, y0), (x1, y1) = curve[n], curve[n + 1]
        length = math.hypot(x1 - x0, y1 - y0)
        if length == 0:
            continue
        dx, dy = (y0 - y1) / length, (x1 - x0) / length
        r0, r1 = radii[n], radii[n + 1]
        left = [(x0 + dx * r0, y0 + dy * r0), (x1 + dx * r1, y1 + dy * r1)]
        right = [(x1 - dx * r1, y1 - dy * r1), (x0 - dx * r0, y0 - dy * r0)]
        pieces.append(left + right)
    return pieces


def along(stops: Sequence[float], t: float) -> float:
    """Return the value at `t` (0 to 1) between evenly spaced stops."""
    place = t * (len(stops) - 1)
    index = min(int(place), len(stops) - 2)
    return stops[index] + (stops[index + 1] - stops[index]) * (place - index)


def _between(t: float, near: list[float]) -> float:
    a, b, c, d = near
    bend = 2 * a - 5 * b + 4 * c - d
    return 0.5 * (2 * b + (c - a) * t + bend * t**2 + (3 * (b - c) + d - a) * t**3)
