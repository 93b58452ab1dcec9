"""What many pictures share: skies, seas, hills, palms, clouds, stars and sand."""

import math
import random

from scripts.demo_pictures.canvas import HEIGHT, WIDTH, Canvas, Fade, Paint, fade
from scripts.demo_pictures.outline import Point, spline

SKIES = {
    "day": fade("#2f9fc4", "#6cc4d4", "#b9e3d8", "#fdeecb"),
    "dawn": fade("#7a6fb3", "#c98bb5", "#f7a98f", "#ffd08f", "#fff0c9"),
    "sunset": fade("#3b2e68", "#7d3f86", "#d95f78", "#ff9a6b", "#ffd27d"),
    "dusk": fade("#1f2257", "#46347c", "#96508c", "#e8797a", "#ffb77c"),
    "night": fade("#0e1338", "#1a2158", "#33317a", "#5b4391"),
}
PALM_DARK = ("#2a2350", "#1d2748", "#2b3f62")
PALM_LIGHT = ("#8a5a44", "#17685b", "#2b9070")
SEAS = {
    "day": fade("#3fbcc0", "#1f9fb0", "#127c98", "#0d5f80"),
    "dawn": fade("#ffcf9a", "#e79f9c", "#9a87ab", "#4f7397"),
    "sunset": fade("#ffb476", "#e2747d", "#8b4a86", "#3d3670", "#272a5c"),
    "dusk": fade("#e8857f", "#97558c", "#4a3b7c", "#22265a"),
    "night": fade("#4b4390", "#2a2d6c", "#161b47"),
}


def sky(c: Canvas, mood: str, horizon: float = HEIGHT) -> None:
    """Paint the sky down to the horizon; moods are the keys of SKIES."""
    c.box((-20, -20), (WIDTH + 40, horizon + 22), SKIES[mood])


def sun(c: Canvas, where: Point, radius: float = 70, colour: str = "#fff3d0") -> None:
    """Paint a low sun with its glow."""
    c.glow(where, radius * 6, colour, strength=0.55)
    c.glow(where, radius * 2.4, colour, strength=0.7)
    c.dot(where, radius, colour)


def sea(c: Canvas, mood: str, horizon: float) -> None:
    """Paint water from the horizon to the lower edge, with calm lines of light."""
    c.box((-20, horizon), (WIDTH + 40, HEIGHT - horizon + 20), SEAS[mood])
    chance = random.Random(mood)
    for row in range(16):
        depth = ((row + 1) / 16) ** 1.7
        y = horizon + 8 + depth * (HEIGHT - horizon - 20)
        for _ in range(4):
            x, length = (
                chance.uniform(-60, WIDTH),
                (50 + 190 * depth) * chance.uniform(0.5, 1.2),
            )
            _streak(c, (x, y + chance.uniform(-6, 6)), (length, 1.5 + 3.5 * depth), "#ffffff1e")


def glitter(c: Canvas, x: float, horizon: float, colour: str = "#fff1cfb0") -> None:
    """Lay the sun's path on the water, under a sun at `x`."""
    chance = random.Random(x)
    for row in range(24):
        depth = ((row + 0.4) / 24) ** 1.5
        y = horizon + 4 + depth * (HEIGHT - horizon)
        reach = 34 + 150 * depth
        for _ in range(2):
            length = reach * chance.uniform(0.5, 1.25)
            shift = chance.gauss(0, reach * 0.28)
            _streak(c, (x + shift - length / 2, y), (length, 2 + 7 * depth), colour)


def _streak(c: Canvas, left: Point, size: Point, colour: str) -> None:
    c.oval((left[0] + size[0] / 2, left[1]), (size[0] / 2, size[1] / 2), colour)


def hills(c: Canvas, base: float, height: float, paint: Fade | str, seed: int = 1) -> None:
    """Paint a ridge of rounded hills that stands on `base`."""
    chance = random.Random(seed)
    waves = [(chance.uniform(0, 6), chance.uniform(0.5, 1.5) * n) for n in (1, 2, 4)]
    ridge: list[Point] = []
    for x in range(-20, WIDTH + 60, 20):
        lift = sum(
            math.sin(shift + x / WIDTH * 4 * speed) / (n + 1)
            for n, (shift, speed) in enumerate(waves)
        )
        ridge.append((x, base - height * max(0.1, 0.55 + 0.4 * lift)))
    c.shape([*spline(ridge, steps=4), (WIDTH + 60, base), (-20, base)], paint)


def cloud(c: Canvas, where: Point, scale: float = 1, colour: str = "#ffffff66") -> None:
    """Paint a long, flat cloud; `where` is its middle."""
    view = c.at(where, scale=scale)
    outline = [(-150, 14), (-120, -4), (-78, -10), (-52, -34), (-8, -40), (28, -22)]
    outline += [(66, -32), (100, -10), (138, -4), (160, 12), (90, 20), (-90, 20)]
    view.blob(outline, colour)


def stars(c: Canvas, count: int = 130, below: float = 520, seed: int = 3) -> None:
    """Scatter stars over the sky, down to a height."""
    chance = random.Random(seed)
    for _ in range(count):
        where = (chance.uniform(0, WIDTH), chance.uniform(0, below) ** 1.0)
        size = chance.choice((1.1, 1.3, 1.6, 2.2))
        if size > 2:
            c.glow(where, 13, "#fff3d6", strength=0.7)
        c.dot(where, size, "#fff7e4" if size > 1.2 else "#d9d4ff")


def gulls(c: Canvas, where: Point, colour: str = "#3b2e68", scale: float = 1) -> None:
    """Paint three birds far away."""
    for shift_x, shift_y, size in ((0, 0, 1.0), (70, -34, 0.75), (118, 10, 0.62)):
        view = c.at(
            (where[0] + shift_x * scale, where[1] + shift_y * scale), scale=size * scale
        )
        view.stroke([(-26, -6), (-14, -13), (0, 0)], [1, 5, 5], colour)
        view.stroke([(0, 0), (14, -13), (26, -6)], [5, 5, 1], colour)


def sand(c: Canvas, top: float, paint: Fade | None = None) -> None:
    """Paint a beach along the lower edge, with a wet seam and a line of foam."""
    edge = [
        (x, top + 16 * math.sin(x / 150) + 10 * math.sin(x / 61)) for x in range(-40, 1260, 40)
    ]
    curve = spline(edge, steps=6)
    for lift, colour in ((-20, "#ffffff55"), (-9, "#ffffffc8"), (4, "#d9a676")):
        c.shape([*((x, y + lift) for x, y in curve), (1260, 840), (-40, 840)], colour)
    dry = paint or fade("#f3cf99", "#e8b67d")
    c.shape([*((x, y + 22) for x, y in curve), (1260, 840), (-40, 840)], dry)


def swell(c: Canvas, top: float, paint: Paint, *, height: float = 12, phase: float = 0) -> None:
    """Paint a rolling band of water from `top` down to the lower edge."""
    crest = [
        (
            x,
            top
            + height * math.sin(x / 95 + phase)
            + height * 0.5 * math.sin(x / 41 + 2 * phase),
        )
        for x in range(-40, WIDTH + 80, 20)
    ]
    c.shape([*spline(crest, steps=4), (WIDTH + 60, HEIGHT + 40), (-40, HEIGHT + 40)], paint)


def palm(c: Canvas, foot: Point, height: float, lean: float, *, dark: bool = True) -> None:
    """Plant a palm; `lean` moves its crown to the right of its foot."""
    x, y = foot
    trunk = [(x, y), (x + lean * 0.25, y - height * 0.45), (x + lean, y - height)]
    bark, back, front = PALM_DARK if dark else PALM_LIGHT
    c.oval((x, y), (height * 0.1, height * 0.022), "#2a235044")
    c.stroke(trunk, [height * 0.075, height * 0.045, height * 0.035], bark)
    crown = c.at((x + lean, y - height), scale=height / 380)
    for angle, length in ((-176, 150), (-126, 128), (-88, 116), (-50, 132), (2, 150)):
        _frond(crown, math.radians(angle), length, back)
    for angle, length in (
        (-154, 170),
        (-106, 118),
        (-68, 124),
        (-26, 172),
        (24, 128),
        (158, 126),
    ):
        _frond(crown, math.radians(angle), length, front)
    for shift in (-12, 4, 16):
        crown.dot((shift, 10 + abs(shift) * 0.3), 10, bark)


def _frond(c: Canvas, angle: float, length: float, colour: str) -> None:
    reach, rise = math.cos(angle) * length, math.sin(angle) * length
    spine = spline(
        [(0, 0), (reach * 0.5, rise * 0.62 - 8), (reach, rise * 0.75 + length * 0.32)]
    )
    c.stroke([spine[0], spine[len(spine) // 2], spine[-1]], [7, 5, 1], colour)
    for n in range(2, len(spine)):
        (x0, y0), (x, y) = spine[n - 1], spine[n]
        norm = math.hypot(x - x0, y - y0)
        dx, dy = (x - x0) / norm, (y - y0) / norm
        size = length * 0.36 * math.sin(math.pi * (0.16 + 0.8 * n / len(spine))) ** 0.8
        for side in (1, -1):
            tip = (dx * 0.75 - side * dy * 0.62, dy * 0.75 + side * dx * 0.62 + 0.3)
            c.stroke([(x, y), (x + tip[0] * size, y + tip[1] * size)], [5, 1], colour)


def leaves(c: Canvas, corner: Point, *, angle: float = 0, dark: bool = False) -> None:
    """Let broad leaves grow into the picture from a corner; at angle 0, the left upper one."""
    view = c.at(corner, angle=angle)
    colours = ("#1f2f4f", "#18233f") if dark else ("#1e7a63", "#145a57")
    for turn, length, colour in ((-8, 250, 1), (22, 300, 0), (52, 270, 1), (80, 230, 0)):
        leaf = view.at((0, 0), angle=turn)
        outline = [(0, 0), (length * 0.3, -34), (length * 0.7, -30), (length, 0)]
        leaf.blob([*outline, (length * 0.7, 30), (length * 0.3, 34)], colours[colour])
        leaf.stroke([(0, 0), (length * 0.9, 0)], [5, 1], "#ffffff2e")


def trees(c: Canvas, base: float, colour: str, seed: int) -> None:
    """Grow a wood of round crowns, all in one colour, down to the lower edge."""
    chance = random.Random(seed)
    x = -40.0
    while x < 1260:
        size = chance.uniform(26, 54)
        c.oval((x, base - size * 0.5), (size, size * chance.uniform(0.7, 1.0)), colour)
        x += size * 0.9
    c.box((-10, base - 16), (1220, 830 - base), colour)


def flame(c: Canvas, foot: Point, height: float) -> None:
    """Let one flame burn; a fire is a few of them."""
    view = c.at(foot)
    for part, half, paint in ((1.0, 40, fade("#ffa04f", "#f2543f")), (0.6, 22, "#ffe08a")):
        top = height * part
        side = [(half * 0.7, -top * 0.5), (half, 0)]
        view.blob([(-half, 0), (-half * 0.7, -top * 0.5), (4 * part, -top), *side], paint)


def smoke(c: Canvas, foot: Point, height: float) -> None:
    """Let a thin ribbon of smoke rise."""
    view = c.at(foot, scale=height / 260)
    view.stroke([(0, 0), (36, -80), (-24, -160), (20, -260)], [3, 30, 46, 3], "#ffffff1a")
