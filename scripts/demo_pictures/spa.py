"""Spa: stones, massage tables, cacao."""

import math
import random

from scripts.demo_pictures.canvas import Canvas, Paint, across, fade
from scripts.demo_pictures.outline import Point
from scripts.demo_pictures.scenery import (
    glitter,
    gulls,
    hills,
    leaves,
    sea,
    sky,
    sun,
)


def lotus(c: Canvas, *, petals: tuple[str, str] = ("#ffc2b8", "#f2858c")) -> None:
    """Draw a lotus in bloom; (0, 0) is its foot."""
    for layer, (reach, colour) in enumerate(
        ((96, petals[1]), (78, petals[0]), (54, "#ffe0d6"))
    ):
        for turn in (-70, -42, 42, 70, -20, 20, 0):
            petal = c.at((0, -4), angle=turn * (1 - layer * 0.16))
            side = reach * 0.26
            petal.blob(
                [(0, 0), (-side, -reach * 0.5), (0, -reach), (side, -reach * 0.5)],
                fade(colour, petals[1]),
            )
    c.dot((0, -22), 9, "#ffd06b")


def candle(c: Canvas, where: Point, height: float) -> None:
    """Draw a burning candle that stands at a place."""
    x, y = where
    c.oval((x, y), (34, 7), "#1a123a55", blur=3)
    c.box((x - 24, y - height), (48, height), across("#ffe9cf", "#fff7ea", "#e3b9a0"), radius=9)
    c.oval((x, y - height + 3), (23, 6), "#ffdba6")
    c.glow((x, y - height - 20), 110, "#ffd98a", strength=0.8)
    c.blob(
        [(x - 9, y - height - 6), (x - 2, y - height - 40), (x + 9, y - height - 8)], "#fff1c0"
    )
    c.blob([(x - 5, y - height - 4), (x, y - height - 22), (x + 5, y - height - 5)], "#ffb347")


def stone(c: Canvas, where: Point, size: Point) -> None:
    """Draw a smooth basalt stone around a place; `size` is half its width and height."""
    x, y = where
    width, height = size
    outline = [
        (x - width, y),
        (x - width * 0.6, y - height),
        (x + width * 0.4, y - height * 1.06),
    ]
    c.blob(
        [
            *outline,
            (x + width, y - height * 0.1),
            (x + width * 0.5, y + height),
            (x - width * 0.6, y + height * 0.94),
        ],
        fade("#6a6390", "#3a335f", "#231d45"),
    )
    c.stroke(
        [
            (x - width * 0.5, y - height * 0.6),
            (x, y - height * 0.78),
            (x + width * 0.4, y - height * 0.64),
        ],
        [2, height * 0.22, 2],
        "#ffffff44",
    )


def _towel(c: Canvas, where: Point, colour: str, shade: str) -> None:
    x, y = where
    c.box((x - 120, y - 64), (240, 66), fade(colour, shade), radius=30)
    c.dot((x - 92, y - 31), 31, shade)
    c.dot((x - 92, y - 31), 23, colour)
    c.dot((x - 92, y - 31), 15, shade)
    c.dot((x - 92, y - 31), 8, colour)
    c.stroke([(x + 20, y - 62), (x + 20, y - 1)], 15, "#ffffff66")


def hot_stones() -> Canvas:
    """Warm basalt stones, a lotus and candles."""
    c = Canvas()
    sky(c, "sunset", 560)
    sun(c, (850, 330), 86)
    hills(c, 480, 70, fade("#8b4a7c", "#a9587f"), seed=6)
    c.box((-10, 478), (1220, 90), fade("#f2a07f", "#8b4a86"))
    glitter(c, 850, 480)
    for x in (-10, 1110):
        c.box((x, -10), (100, 600), across("#3b2a55", "#5a3f6a", "#2f2148"))
    c.blob([(70, -40), (250, 20), (210, 220), (130, 420), (70, 560)], "#fff1dccc")
    c.blob([(1130, -40), (950, 20), (990, 220), (1070, 420), (1130, 560)], "#fff1dccc")
    c.box((-10, 560), (1220, 250), fade("#a8644f", "#73405a", "#4a2f58"))
    c.box((-10, 560), (1220, 8), "#f0b37e99")
    for where, size in (
        ((500, 672), (140, 46)),
        ((512, 590), (112, 40)),
        ((496, 520), (84, 33)),
        ((508, 464), (54, 25)),
    ):
        stone(c, where, size)
    for where, size in (((690, 704), (84, 32)), ((350, 720), (70, 27))):
        stone(c, where, size)
    candle(c, (218, 690), 120)
    candle(c, (292, 640), 74)
    lotus(c.at((806, 730), scale=1.5))
    _towel(c, (985, 690), "#fff7ea", "#e6cfc6")
    _towel(c, (992, 628), "#ffc2b8", "#e8909a")
    leaves(c, (-20, 812), angle=-84, dark=True)
    return c


def _table(c: Canvas, top: Paint) -> None:
    for x in (-150, 150):
        c.stroke([(x, 0), (x * 1.05, 120)], [16, 12], "#6e3d4f")
    c.box((-200, -28), (400, 40), fade("#a8644f", "#73405a"), radius=12)
    c.box((-206, -66), (412, 50), fade("#fff7ea", "#e3cdc8"), radius=24)
    c.box((-190, -96), (104, 44), fade("#fffaf0", "#e9d6cf"), radius=20)
    c.blob([(-60, -72), (200, -72), (212, -40), (206, 44), (150, 20), (60, 40), (-40, 16)], top)


def couples_massage() -> Canvas:
    """Two massage tables under a palapa by the sea."""
    c = Canvas()
    sky(c, "dawn", 470)
    sun(c, (600, 400), 80, "#fff7dd")
    gulls(c, (780, 240), "#5b5288")
    hills(c, 472, 50, "#a58db0", seed=5)
    sea(c, "dawn", 470)
    glitter(c, 600, 470)
    c.box((-10, 590), (1220, 220), fade("#c98a68", "#95576a", "#633f66"))
    for n in range(9):
        c.stroke([(n * 150, 590), (600 + (n * 150 - 600) * 1.6, 830)], [2, 5], "#5a355866")
    _palapa(c)
    _table(c.at((360, 640), scale=1.12), fade("#f7988c", "#d94f70"))
    _table(c.at((850, 640), scale=1.12), fade("#6fd0c4", "#1f8f9f"))
    for x, flip in ((276, False), (766, False)):
        lotus(c.at((x + 130, 566), scale=0.42, flip=flip))
    c.box((556, 650), (92, 100), fade("#8a4f55", "#5a355a"), radius=10)
    candle(c, (584, 652), 46)
    candle(c, (624, 652), 66)
    return c


def _palapa(c: Canvas) -> None:
    for x in (70, 1130):
        c.stroke([(x, 60), (x, 700)], [30, 36], "#6b4058")
        c.blob(
            [
                (x, 100),
                (x + (90 if x < 600 else -90), 240),
                (x + (30 if x < 600 else -30), 430),
                (x, 640),
            ],
            "#fff7eac0",
        )
    c.shape([(-20, -20), (1220, -20), (1220, 96), (-20, 96)], fade("#a8743f", "#6e4548"))
    chance = random.Random(3)
    for n in range(64):
        left = n * 19.5 - 10
        c.stroke(
            [(left, 60), (left + chance.uniform(-9, 9), 104 + chance.uniform(0, 34))],
            [14, 2],
            chance.choice(("#8a5a44", "#a8743f", "#6e4548")),
        )


def cacao_ritual() -> Canvas:
    """Cacao, honey and flowers in bowls on a wooden table."""
    c = Canvas()
    c.box((-10, -10), (1220, 820), fade("#f7c9a6", "#ee9f8a", "#d9737a"))
    c.oval((600, 420), (470, 330), "#fff1dc55")
    leaves(c, (-30, -30))
    leaves(c, (1230, 830), angle=180)
    _bowl(c.at((470, 430), scale=1.25), "#7a3f2f", fade("#5a2a2a", "#7a4032"))
    turns = [0.5 * n for n in range(26)]
    swirl = [(470 + 8 * a * math.cos(a), 434 + 8 * a * math.sin(a)) for a in turns]
    c.stroke(swirl, [2, 9, 10, 3], "#a8644f77")
    _bowl(c.at((820, 300), scale=0.82), "#fff7ea", fade("#ffc23f", "#e8922f"))
    c.at((820, 300)).stroke([(10, 0), (90, -80), (130, -120)], [34, 16, 16], "#b9743f")
    _bowl(c.at((830, 590), scale=0.72), "#3fb7b0", fade("#fff7ea", "#f3dfd0"))
    for turn in range(3):
        _hibiscus(c.at((806 + turn * 26, 580 + turn % 2 * 26), scale=0.34))
    _cacao(c.at((210, 640), angle=-24, scale=1.2))
    _cacao(c.at((330, 720), angle=12, scale=0.9))
    _hibiscus(c.at((260, 230), scale=0.95))
    _hibiscus(c.at((1010, 470), scale=0.7))
    for x, y, turn in (
        (600, 640, 20),
        (650, 690, 80),
        (580, 710, 140),
        (690, 640, 50),
        (640, 170, 30),
        (590, 130, 100),
    ):
        bean = c.at((x, y), angle=turn)
        bean.oval((3, 6), (24, 15), "#7a2f4a55")
        bean.oval((0, 0), (24, 15), fade("#8a4f3a", "#5a2f2a"))
        bean.stroke([(-14, -2), (0, 2), (14, -2)], 2.5, "#3f1f24")
    return c


def _bowl(c: Canvas, rim: str, filling: Paint) -> None:
    c.oval((12, 26), (150, 148), "#7a2f4a66", blur=14)
    c.dot((0, 0), 150, fade(rim, "#5a2f4a"))
    c.dot((0, 0), 138, rim)
    c.dot((0, 4), 120, filling)
    c.stroke([(-104, -60), (-60, -104), (10, -120)], [3, 9, 3], "#ffffff77")


def _cacao(c: Canvas) -> None:
    c.blob([(-120, 20), (0, 70), (130, 30), (0, -20)], "#7a2f4a55", blur=8)
    c.blob(
        [
            (-130, 0),
            (-80, -50),
            (20, -62),
            (100, -30),
            (146, 0),
            (100, 30),
            (20, 62),
            (-80, 50),
        ],
        fade("#f2a04f", "#c4533f", "#8a3340"),
    )
    for lift in (-30, -10, 12, 32):
        c.stroke(
            [(-112, lift * 0.4), (0, lift * 1.2), (126, lift * 0.3)], [2, 5, 2], "#6e243a77"
        )
    c.stroke([(-128, 0), (-160, -8)], [14, 9], "#5a3a2f")


def _hibiscus(c: Canvas) -> None:
    for turn in range(5):
        petal = c.at((0, 0), angle=turn * 72)
        petal.blob(
            [(0, 0), (30, -50), (78, -52), (98, -8), (66, 28), (20, 20)],
            across("#c4285a", "#f2566f", "#ff8a8a"),
        )
        petal.stroke([(10, -6), (74, -20)], [4, 1], "#a01f4f77")
    c.stroke([(0, 0), (34, -46)], [9, 6], "#ffd06b")
    for x, y in ((30, -52), (40, -46), (36, -58), (26, -44)):
        c.dot((x, y), 5, "#ffe9a8")
