"""Plates, glasses and what lies on the kitchen table."""

import math
import random

from scripts.demo_pictures.canvas import Canvas, Fade, across, fade
from scripts.demo_pictures.outline import Point
from scripts.demo_pictures.scenery import (
    hills,
    sky,
    sun,
)


def _plate(c: Canvas, radius: float, rim: str = "#fff7ea") -> None:
    c.oval((10, 16), (radius * 1.02, radius * 1.02), "#1a123a66", blur=14)
    c.dot((0, 0), radius, fade(rim, "#e6d3cf"))
    c.dot((0, 0), radius * 0.76, fade("#dcc6c4", "#fff7ea"))
    c.dot((0, 2), radius * 0.73, fade("#fffaf0", "#f6e7dc"))


def _wood(c: Canvas, colours: tuple[str, str, str]) -> None:
    chance = random.Random(5)
    for n in range(6):
        y = n * 134
        c.box((-10, y), (1220, 134), colours[n % 2])
        c.box((-10, y), (1220, 4), colours[2])
        for _ in range(7):
            x, length, shift = (
                chance.uniform(-100, 1150),
                chance.uniform(80, 260),
                chance.uniform(16, 118),
            )
            c.stroke(
                [(x, y + shift), (x + length / 2, y + shift + 5), (x + length, y + shift)],
                [1, 4, 1],
                colours[2] + "66",
            )


def _leaf(
    c: Canvas, where: Point, angle: float, length: float, colour: str = "#3fa46a"
) -> None:
    view = c.at(where, angle=angle)
    view.blob(
        [(0, 0), (length * 0.35, -length * 0.2), (length, 0), (length * 0.35, length * 0.2)],
        colour,
    )
    view.stroke([(0, 0), (length * 0.85, 0)], [2.5, 1], "#ffffff55")


def _lime(c: Canvas, where: Point, radius: float) -> None:
    view = c.at(where, scale=radius / 50)
    view.dot((0, 0), 50, "#5aa844")
    view.dot((0, 0), 44, "#eef5c4")
    for n in range(8):
        wedge = view.at((0, 0), angle=n * 45)
        wedge.blob([(6, 0), (34, -12), (40, 0), (34, 12)], "#b9d858")


def chefs_table() -> Canvas:
    """A plated course under the lamps of the chef's table."""
    c = Canvas()
    c.box((-10, -10), (1220, 820), fade("#231b4a", "#3f2a5e", "#7a3f62"))
    for x, y in ((250, 120), (600, 90), (950, 120)):
        c.shape(
            [(x - 26, y + 20), (x + 26, y + 20), (x + 260, 560), (x - 260, 560)],
            fade("#ffd99a55", "#ffd99a00"),
            blur=10,
        )
        c.stroke([(x, -20), (x, y - 36)], 4, "#120d30")
        c.blob(
            [
                (x - 58, y + 22),
                (x - 40, y - 24),
                (x, y - 44),
                (x + 40, y - 24),
                (x + 58, y + 22),
            ],
            fade("#f2916b", "#b8464f"),
        )
        c.oval((x, y + 24), (52, 12), "#fff1c0")
        c.glow((x, y + 30), 130, "#ffdf9e", strength=0.7)
    c.box((-10, 520), (1220, 300), fade("#a55a4f", "#7a3a4a", "#4f2846"))
    c.box((-10, 520), (1220, 8), "#e59a6f88")
    _side_plate(c.at((600, 650), scale=1.5))
    for x, flip in ((190, False), (1012, True)):
        wine_glass(c.at((x, 690), scale=0.92, flip=flip), fade("#a8324f", "#6e1f45"))
    c.at((312, 690), angle=4).stroke([(0, -80), (0, 60)], [7, 9], "#f3dfd0")
    c.at((312, 690), angle=4).blob(
        [(-13, -92), (-12, -150), (12, -150), (13, -92), (4, -70), (-4, -70)], "#f3dfd0"
    )
    c.at((890, 690), angle=-4).stroke([(0, -60), (0, 60)], [9, 10], "#f3dfd0")
    c.at((890, 690), angle=-4).blob([(-9, -54), (-12, -150), (4, -160), (10, -54)], "#f3dfd0")
    return c


def _side_plate(c: Canvas) -> None:
    c.oval((0, 30), (190, 40), "#2a123a77", blur=10)
    c.oval((0, 12), (182, 42), fade("#fffaf0", "#d8bfc0"))
    c.oval((0, 6), (150, 30), fade("#e4cfca", "#fff7ea"))
    c.oval((6, 6), (118, 19), "#d94f70")
    c.blob(
        [(-70, 2), (-64, -34), (-10, -50), (52, -40), (70, 0), (0, 14)],
        fade("#ffbf7a", "#e2764f"),
    )
    for x in (-40, -12, 16, 44):
        c.stroke([(x - 10, -38), (x + 8, 4)], 5, "#a8483f")
    c.blob([(-30, -44), (-20, -70), (24, -72), (36, -42), (0, -36)], fade("#fff3c4", "#ffd06b"))
    for turn, size, colour in (
        (-120, 54, "#3fa46a"),
        (-88, 66, "#57b87a"),
        (-58, 50, "#2f8a5a"),
    ):
        _leaf(c, (4, -64), turn, size, colour)
    c.dot((6, -70), 9, "#d94f70")
    for x, y, size in ((-120, 6, 7), (-104, 16, 5), (112, 14, 7), (126, 4, 5), (98, 0, 4)):
        c.oval((x, y), (size * 1.3, size), "#57a86a")


def wine_glass(c: Canvas, wine: Fade) -> None:
    """Draw a glass of wine that stands at (0, 0)."""
    c.oval((0, 8), (70, 12), "#1a123a55", blur=5)
    c.oval((0, 0), (56, 11), "#ffffff77")
    c.stroke([(0, -2), (0, -150)], [9, 7], "#ffffff88")
    bowl = [
        (-62, -330),
        (-76, -250),
        (-58, -180),
        (0, -148),
        (58, -180),
        (76, -250),
        (62, -330),
    ]
    c.blob(bowl, "#ffffff30")
    inside = c.inside(bowl)
    inside.box((-90, -258), (180, 130), wine)
    inside.oval((0, -258), (78, 12), "#ffffff44")
    c.stroke([(-56, -316), (-64, -250), (-50, -198)], [3, 9, 3], "#ffffff88")
    c.oval((0, -331), (60, 9), "#ffffff55")


def wine_tasting() -> Canvas:
    """Two glasses, a bottle and grapes before the vines of Baja."""
    c = Canvas()
    sky(c, "sunset", 520)
    sun(c, (330, 400), 74)
    hills(c, 522, 210, fade("#8b4a7c", "#a9587f"), seed=6)
    hills(c, 530, 120, fade("#5f4a7e", "#7d5580"), seed=2)
    c.box((-10, 520), (1220, 120), fade("#55607a", "#3f5570"))
    for n in range(15):
        x = 600 + (n - 7) * 40
        far, near = (x, 524), (600 + (n - 7) * 190, 660)
        c.stroke([far, near], [5, 26], "#2f6f5b" if n % 2 else "#3f8a63")
    c.box((-10, 620), (1220, 200), fade("#b06a4f", "#7f4348", "#5a2f48"))
    c.box((-10, 620), (1220, 8), "#f0b37e99")
    _bottle(c.at((820, 700), scale=1.32))
    wine_glass(c.at((430, 720), scale=1.42), fade("#c4375a", "#7a1f4a"))
    wine_glass(c.at((620, 740), scale=1.3), fade("#fbe7a0", "#e9b95c"))
    _grapes(c.at((1010, 690), scale=1.2))
    _cheese(c.at((215, 724), scale=1.2))
    return c


def _bottle(c: Canvas) -> None:
    c.oval((0, 6), (74, 13), "#1a123a66", blur=5)
    c.blob(
        [
            (-56, 0),
            (-58, -220),
            (-48, -262),
            (-20, -300),
            (-19, -400),
            (19, -400),
            (20, -300),
            (48, -262),
            (58, -220),
            (56, 0),
        ],
        across("#16323f", "#27585a", "#122a3a"),
    )
    c.box((-21, -404), (42, 76), across("#8a2447", "#d94f70", "#8a2447"), radius=6)
    c.box((-56, -190), (112, 120), fade("#fff7ea", "#eed9c4"), radius=4)
    c.dot((0, -138), 26, "#f2916b")
    c.blob([(-44, -96), (-20, -122), (4, -104), (26, -126), (46, -96)], "#7a3a68")
    c.stroke([(-42, -240), (-44, -30)], [5, 9], "#ffffff30")


def _grapes(c: Canvas) -> None:
    c.oval((-10, 22), (110, 16), "#1a123a66", blur=6)
    for row, count in enumerate((5, 4, 4, 3)):
        for n in range(count):
            x, y = -80 + n * 34 + row * 15, 4 - row * 27
            c.dot((x, y), 20, fade("#a25ab0", "#5b2a72"))
            c.dot((x - 6, y - 7), 5, "#ffffff66")
    c.stroke([(0, -92), (14, -124)], [7, 5], "#5a7a3f")
    _leaf(c, (10, -112), -24, 84, "#4f9a5c")
    _leaf(c, (6, -112), -150, 66, "#3d7f52")


def _cheese(c: Canvas) -> None:
    c.oval((0, 14), (140, 18), "#1a123a66", blur=6)
    c.box((-140, -4), (280, 20), "#6e3d3f", radius=8)
    c.shape([(-90, -6), (80, -6), (80, -66), (-20, -78)], fade("#ffe9a8", "#f2bf5e"))
    c.shape([(-90, -6), (-20, -78), (80, -66), (-60, -20)], "#fff3c8")
    for x, y, size in ((10, -30, 9), (50, -44, 7), (46, -18, 6), (-30, -18, 6)):
        c.oval((x, y), (size, size * 0.8), "#d99a44")


def cooking_class() -> Canvas:
    """Ceviche, limes, chillies and a knife on the table."""
    c = Canvas()
    _wood(c, ("#d99a6c", "#cf8d61", "#a8683f"))
    c.shape([(-20, 40), (330, -20), (430, 330), (60, 420)], fade("#3fb7b0", "#2a8f96"))
    for n in range(5):
        c.stroke([(10 + n * 80, 44 - n * 14), (110 + n * 78, 396 - n * 18)], 6, "#fff1cf88")
    bowl = c.at((560, 410), scale=1.3)
    _plate(bowl, 190, "#3a4fa0")
    for n in range(24):
        mark = bowl.at((0, 0), angle=n * 15)
        mark.blob([(150, -9), (176, 0), (150, 9), (146, 0)], "#ffd06b")
    bowl.dot((0, 0), 134, "#fdebc8")
    chance = random.Random(9)
    for n in range(54):
        turn, reach = n * 2.4, 118 * math.sqrt(n / 54)
        spot = (reach * math.cos(turn), reach * math.sin(turn))
        colour = ("#fff7ea", "#ff9a7a", "#f2543f", "#fff1dc", "#b46bc0", "#ffd06b")[n % 6]
        size = chance.uniform(13, 21)
        bowl.at(spot, angle=chance.uniform(0, 180)).box(
            (-size, -size * 0.7), (size * 2, size * 1.4), fade(colour, colour), radius=7
        )
    for _ in range(12):
        spot = (chance.gauss(0, 60), chance.gauss(0, 60))
        _leaf(bowl, spot, chance.uniform(0, 360), 32, "#3f9a5c")
    for where, size in (((950, 190), 66), (((1050), 300), 58), ((250, 640), 70)):
        c.oval((where[0] + 6, where[1] + 12), (size, size), "#5a2f2a55", blur=6)
        _lime(c, where, size)
    _chilli(c.at((970, 520), angle=24), "#e0433f")
    _chilli(c.at((1020, 600), angle=-8), "#e0433f")
    _chilli(c.at((180, 480), angle=70), "#57a844")
    _knife(c.at((960, 720), angle=-6))
    for n in range(6):
        _leaf(
            c, (118 + n * 10, 210 + n * 6), -60 + n * 24, 92, "#3f9a5c" if n % 2 else "#57b87a"
        )
    return c


def _chilli(c: Canvas, colour: str) -> None:
    c.stroke([(-86, 14), (0, 30), (96, 4)], [34, 26, 3], "#5a2f2a44")
    c.stroke([(-90, 0), (0, 18), (94, -8)], [36, 28, 3], colour)
    c.stroke([(-80, -8), (0, 8), (60, -2)], [4, 5, 1], "#ffffff66")
    c.stroke([(-96, -2), (-124, -16)], [15, 7], "#3f7a3f")


def _knife(c: Canvas) -> None:
    c.blob([(-150, 14), (130, 16), (180, 30), (-140, 50)], "#5a2f2a44", blur=5)
    c.shape(
        [(-180, -22), (90, -22), (90, 22), (-60, 30), (-140, 14)], fade("#f4f7f7", "#b9c6cc")
    )
    c.box((86, -20), (150, 40), fade("#4a2a3f", "#2a1a35"), radius=14)
    for x in (120, 160, 200):
        c.dot((x, 0), 5, "#e9d3b8")
