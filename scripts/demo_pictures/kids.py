"""For children: a treasure on the beach and a piñata."""

import math
import random

from scripts.demo_pictures.canvas import Canvas, fade
from scripts.demo_pictures.outline import Point
from scripts.demo_pictures.scenery import (
    cloud,
    gulls,
    palm,
    sand,
    sea,
    sky,
)

BRIGHT = ("#f2716b", "#ffd06b", "#3fb7b0", "#d94f70", "#7a5bb8", "#ff9a6b")


def treasure() -> Canvas:
    """A treasure chest on the beach, a pirate ship in the bay."""
    c = Canvas()
    sky(c, "day", 420)
    cloud(c, (900, 130), 1.3, "#ffffff99")
    cloud(c, (180, 200), 0.9, "#ffffff80")
    gulls(c, (560, 150), "#3f6f8a")
    sea(c, "day", 420)
    _ship(c.at((300, 450), scale=0.95))
    sand(c, 556)
    for n in range(8):
        c.oval((130 + n * 46, 780 - n * 20 + (n % 2) * 22), (13, 7), "#b9803f66")
    palm(c, (1090, 690), 520, -60, dark=False)
    c.oval((690, 744), (270, 34), "#8a5a2f55", blur=10)
    _chest(c.at((690, 720), scale=1.4))
    chance = random.Random(7)
    for _ in range(16):
        _coin(c, (chance.uniform(440, 990), chance.uniform(732, 784)))
    return c


def _coin(c: Canvas, where: Point) -> None:
    x, y = where
    c.oval((x, y + 5), (19, 9), "#a8683f")
    c.oval(where, (19, 10), fade("#ffe9a0", "#f2b33f"))
    c.oval(where, (12, 6), "#e09a2f")


def _ship(c: Canvas) -> None:
    for x, height in ((-70, 190), (20, 240), (104, 180)):
        c.stroke([(x, -30), (x, -height)], [8, 5], "#5a3a3a")
        for level, width in ((0.34, 46), (0.72, 36)):
            y = -30 - (height - 30) * level
            c.blob(
                [
                    (x - width, y - 30),
                    (x + width, y - 30),
                    (x + width * 1.25, y + 28),
                    (x, y + 16),
                    (x - width * 0.8, y + 28),
                ],
                fade("#fff7ea", "#f0cfae"),
            )
        c.blob([(x, -height), (x + 34, -height + 8), (x, -height + 18)], "#d94f70")
    c.blob(
        [
            (-150, -64),
            (-140, -6),
            (-90, 24),
            (90, 24),
            (140, -6),
            (176, -54),
            (110, -36),
            (-90, -36),
        ],
        fade("#a8643f", "#6e3d3f"),
    )
    c.stroke([(-138, -30), (0, -14), (146, -30)], [3, 6, 3], "#ffd06b")
    c.blob([(-170, 24), (-60, 12), (90, 14), (170, 24), (60, 34), (-80, 34)], "#ffffffb0")


def _chest(c: Canvas) -> None:
    c.glow((0, -130), 210, "#fff1a8", strength=0.85)
    lid = [(-150, -100), (-164, -190), (-120, -228), (120, -228), (164, -190), (150, -100)]
    c.blob(lid, fade("#b9743f", "#8a4f3a", "#5a2f2f"))
    c.box((-132, -196), (264, 110), fade("#3f2030", "#5a2f35"), radius=20)
    for x in (-118, 118):
        c.box((x - 13, -222), (26, 110), fade("#ffd98a", "#d9953f"), radius=8)
    chance = random.Random(1)
    for _ in range(52):
        spot = chance.uniform(-126, 126)
        c.dot(
            (spot, -96 - chance.uniform(0, 52) * (1 - abs(spot) / 150)),
            15,
            chance.choice(("#ffd06b", "#f2b33f", "#ffe9a0")),
        )
    for x, y, colour in ((-60, -136, "#d94f70"), (30, -148, "#3fb7b0"), (84, -122, "#7a5bb8")):
        c.shape(
            [(x - 17, y), (x - 9, y - 13), (x + 9, y - 13), (x + 17, y), (x, y + 21)], colour
        )
        c.shape([(x - 17, y), (x - 9, y - 13), (x, y)], "#ffffff66")
    c.box((-150, -100), (300, 118), fade("#b9743f", "#8a4f3a", "#6e3a35"), radius=10)
    for y in (-66, -30):
        c.stroke([(-146, y), (146, y)], 3, "#5a2f2f88")
    for x in (-118, 0, 118):
        c.box((x - 15, -104), (30, 124), fade("#ffd98a", "#d9953f"), radius=4)
    c.box((-26, -92), (52, 56), fade("#fff1c0", "#e0a040"), radius=10)
    c.dot((0, -70), 8, "#4a2430")
    c.shape([(-5, -68), (5, -68), (8, -48), (-8, -48)], "#4a2430")


def pinata() -> Canvas:
    """A star piñata under strings of cut paper."""
    c = Canvas()
    c.box((-10, -10), (1220, 820), fade("#ffcf8a", "#ffb07f", "#f2858c"))
    for n in range(24):
        view = c.at((600, 430), angle=n * 15)
        view.shape([(0, 0), (900, -58), (900, 58)], "#ffffff1e")
    c.glow((600, 430), 420, "#fff7dd", strength=0.6)
    _banner(c, -26, 52)
    c.stroke([(600, 20), (600, 270)], 6, "#7a3a58")
    _star(c.at((600, 476), scale=0.94))
    chance = random.Random(11)
    for _ in range(90):
        spot = (chance.uniform(20, 1180), chance.uniform(250, 790))
        if math.hypot(spot[0] - 600, spot[1] - 476) > 280:
            bit = c.at(spot, angle=chance.uniform(0, 180))
            bit.box((-11, -5), (22, 10), chance.choice(BRIGHT), radius=3)
    for x, y, turn, colour in (
        (330, 700, -20, 0),
        (470, 745, 14, 2),
        (640, 730, -6, 3),
        (780, 752, 22, 4),
        (900, 700, -14, 1),
    ):
        _sweet(c.at((x, y), angle=turn), BRIGHT[colour])
    return c


def _banner(c: Canvas, top: float, sag: float) -> None:
    for n in range(9):
        x = -20 + n * 140
        drop = top + sag * (1 - ((x + 60 - 600) / 640) ** 2)
        flag = c.at((x, drop))
        colour = BRIGHT[n % len(BRIGHT)]
        flag.shape(
            [
                (4, 0),
                (126, 0),
                (126, 104),
                (105, 90),
                (85, 104),
                (65, 90),
                (45, 104),
                (25, 90),
                (4, 104),
            ],
            colour,
        )
        for hole_x, hole_y, size in (
            (65, 46, 15),
            (30, 30, 8),
            (100, 30, 8),
            (30, 66, 8),
            (100, 66, 8),
        ):
            flag.dot((hole_x, hole_y), size, "#ffd9a6")
        flag.dot((65, 46), 7, colour)
        flag.stroke([(0, 0), (130, 0)], 5, "#7a3a58")


def _star(c: Canvas) -> None:
    for turn in range(5):
        arm = c.at((0, 0), angle=turn * 72)
        cone = [(-88, -96), (88, -96), (0, -286)]
        arm.shape(cone, BRIGHT[turn])
        view = arm.inside(cone)
        for n in range(6):
            y = -112 - n * 30
            for k in range(-4, 5):
                view.oval(
                    (k * 24 + (n % 2) * 12, y),
                    (13, 15),
                    BRIGHT[(turn + n) % 5] if n % 2 else "#fff1cf",
                )
        for k in range(7):
            arm.stroke(
                [(0, -280), (-30 + k * 10, -336 + abs(k - 3) * 6)],
                [3, 6],
                BRIGHT[(turn + k) % 5],
            )
    c.dot((4, 8), 140, "#7a3a5855")
    for step, radius in enumerate((138, 112, 86, 60, 34)):
        for n in range(int(radius / 4.6)):
            around = math.tau * n / int(radius / 4.6)
            where = (radius * math.cos(around) * 0.9, radius * math.sin(around) * 0.9)
            c.dot(where, 17, BRIGHT[step])
        c.dot((0, 0), radius * 0.86, BRIGHT[step])
    c.dot((0, 0), 20, "#fff1cf")


def _sweet(c: Canvas, colour: str) -> None:
    for side in (-1, 1):
        c.shape([(side * 30, 0), (side * 66, -26), (side * 58, 0), (side * 66, 26)], colour)
    c.oval((0, 6), (42, 28), "#7a3a5844")
    c.oval((0, 0), (42, 28), colour)
    c.stroke([(-10, -24), (4, 0), (-8, 24)], 8, "#ffffff99")
    c.stroke([(18, -22), (28, 0), (18, 20)], 7, "#ffffff99")
