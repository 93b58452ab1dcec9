"""The reef: snorkellers, a turtle, a diver and what lives around them."""

import math
import random

from scripts.demo_pictures.canvas import HEIGHT, Canvas, fade
from scripts.demo_pictures.outline import Point
from scripts.demo_pictures.people import Look, Pose, person

SWIMMER = Pose(
    head=(104, -6),
    neck=(80, -2),
    hip=(-4, 2),
    far_arm=((72, 4), (100, 30), (136, 44)),
    near_arm=((68, 2), (48, 36), (8, 42)),
    far_leg=((-6, 2), (-64, -8), (-116, 10)),
    near_leg=((-6, 4), (-62, 16), (-112, 0)),
)


def water(c: Canvas, *, deep: bool = False) -> None:
    """Fill the picture with water that light falls into."""
    c.box((-10, -10), (1220, 820), fade("#2fb4c0", "#137d9b", "#0c4f78", "#0b3560"))
    if not deep:
        c.box((-10, -10), (1220, 820), fade("#8fe6d8aa", "#3fc1b855", "#ffffff00"))
    for x, width in ((180, 90), (420, 150), (690, 80), (900, 170)):
        ray = [(x, -20), (x + width, -20), (x + width * 2 - 120, HEIGHT), (x - 260, HEIGHT)]
        c.shape(ray, fade("#ffffff40", "#ffffff00"), blur=6)


def bubbles(c: Canvas, where: Point, count: int, seed: int = 1) -> None:
    """Let bubbles rise from a place."""
    chance = random.Random(seed)
    for n in range(count):
        x, y = where[0] + chance.gauss(0, 12), where[1] - n * 26 - chance.uniform(0, 14)
        size = chance.uniform(3, 6 + n * 0.5)
        c.dot((x, y), size, "#ffffff55")
        c.dot((x - size * 0.3, y - size * 0.3), size * 0.34, "#ffffffcc")


def fish(c: Canvas, where: Point, scale: float, colours: tuple[str, str]) -> None:
    """Draw a striped reef fish that swims to the right (negative scale: to the left)."""
    view = c.at(where, scale=abs(scale), flip=scale < 0)
    view.blob([(-34, 0), (-62, -24), (-54, 0), (-62, 24)], colours[1])
    view.blob([(-10, -20), (14, -40), (24, -20)], colours[1])
    view.blob([(-40, 0), (-6, -27), (34, -16), (50, 2), (32, 18), (-6, 25)], colours[0])
    view.stroke([(14, -22), (8, 0), (14, 20)], 8, "#fff7ea")
    view.stroke([(-14, -21), (-20, 0), (-14, 20)], 8, "#fff7ea")
    view.dot((34, -4), 4.5, "#2a2350")


def turtle(c: Canvas) -> None:
    """Draw a sea turtle that swims to the right around (0, 0)."""
    skin, shell = "#6fae7d", "#3d7a5c"
    c.blob([(50, 20), (86, 72), (60, 128), (36, 98), (22, 40)], "#5a9a6f")
    c.blob([(-84, 20), (-140, 50), (-122, 66), (-76, 40)], "#5a9a6f")
    c.blob([(88, -10), (140, -34), (172, -22), (168, 4), (120, 18)], skin)
    c.dot((152, -16), 4.5, "#2a2350")
    c.blob(
        [(-116, 6), (-70, -52), (30, -64), (104, -18), (96, 14), (-30, 34)],
        fade("#8a6b45", shell),
    )
    for x, y, size in ((-52, -18, 24), (2, -28, 28), (54, -20, 22)):
        hexagon = [(x + size * math.cos(a), y + size * 0.8 * math.sin(a)) for a in _sixths()]
        c.shape(hexagon, "#c9a25e")
    for x, y, size in ((-86, 4, 13), (-24, 8, 17), (30, 8, 17), (80, -2, 12), (-24, -48, 12)):
        c.oval((x, y), (size, size * 0.6), "#c9a25e99")
    c.stroke([(-104, 14), (-30, 36), (94, 14)], [4, 9, 4], "#e8d6a0")
    c.blob([(60, 6), (40, 84), (-26, 128), (-20, 92), (18, 20)], skin)
    c.blob([(-92, 10), (-150, 22), (-146, 38), (-86, 28)], skin)


def _sixths() -> list[float]:
    return [math.tau * n / 6 for n in range(6)]


def reef(c: Canvas, seed: int = 1) -> None:
    """Grow coral and sponges along the lower edge."""
    chance = random.Random(seed)
    rock = [(-60, 860), (-40, 690), (180, 640), (330, 720), (620, 760), (860, 715), (1050, 650)]
    c.blob([*rock, (1260, 690), (1260, 860)], fade("#0f4a70", "#0a2c55"))
    for _ in range(9):
        x = chance.choice((chance.uniform(0, 330), chance.uniform(860, 1200)))
        foot = (x, 720 + chance.uniform(-20, 30))
        colour = chance.choice(("#f2716b", "#ffb347", "#d94f70", "#b46bc0"))
        _branch(c, foot, -90 + chance.uniform(-14, 14), chance.uniform(50, 84), colour)
    _sponge(c, (60, 745), 70, "#d94f70")
    _sponge(c, (300, 770), 56, "#ff9a6b")
    _sponge(c, (1120, 730), 78, "#b46bc0")
    _sponge(c, (930, 772), 54, "#f2716b")
    floor = [(-60, 870), (0, 780), (260, 800), (600, 786), (900, 806), (1260, 770), (1260, 870)]
    c.blob(floor, fade("#f3dcae", "#c9a679"))


def _sponge(c: Canvas, where: Point, size: float, colour: str) -> None:
    x, y = where
    c.oval(where, (size, size * 0.72), fade(colour, "#5a2f6e"))
    for n in range(5):
        start = (x - size * 0.7 + n * size * 0.35, y - 6)
        c.stroke([start, (x - size * 0.5 + n * size * 0.25, y - size * 0.5)], 3, "#ffffff38")


def _branch(c: Canvas, foot: Point, angle: float, length: float, colour: str) -> None:
    turn = math.radians(angle)
    tip = (foot[0] + length * math.cos(turn), foot[1] + length * math.sin(turn))
    c.stroke([foot, tip], [length * 0.24, length * 0.17], colour)
    if length > 26:
        for bend in (-34, 4, 36):
            _branch(c, tip, angle + bend, length * 0.66, colour)


def _snorkeller(c: Canvas, look: Look, fin: str) -> None:
    for knee, foot in ((-98, 6), (-108, 2)):
        c.blob([(knee, foot - 6), (-170, foot - 22), (-176, foot + 12), (knee, foot + 8)], fin)
    person(c, SWIMMER, look)
    c.blob([(112, -14), (128, -10), (126, 8), (110, 8)], "#ffd06b")
    c.blob([(116, -10), (126, -7), (124, 4), (114, 5)], "#bff0ea")
    c.stroke([(122, 12), (112, 20), (92, -6), (84, -52)], 6, "#f2716b")


def snorkellers() -> Canvas:
    """Two snorkellers above a colourful reef."""
    c = Canvas()
    water(c)
    c.blob(
        [
            (-40, -40),
            (-40, 46),
            (160, 58),
            (400, 40),
            (700, 60),
            (960, 42),
            (1240, 58),
            (1240, -40),
        ],
        "#d8f5ec88",
    )
    reef(c, seed=5)
    _snorkeller(c.at((470, 190), scale=1.5, angle=8), Look(top="#f2716b"), "#ffb347")
    woman = Look(skin="#8d5638", top="#ffd06b", bottom="#d94f70")
    _snorkeller(c.at((900, 335), scale=1.15, angle=14, flip=True), woman, "#f2716b")
    school = ((330, 520), (430, 560), (400, 480), (520, 530), (600, 590))
    for n, where in enumerate(school):
        fish(c, where, 0.75, ("#ffb347", "#f2716b") if n % 2 else ("#ffd06b", "#ff9a6b"))
    fish(c, (940, 560), -1.0, ("#7a5bb8", "#ffd06b"))
    fish(c, (760, 640), -0.8, ("#f2716b", "#ffd06b"))
    bubbles(c, (640, 210), 5)
    return c


def turtle_at_the_reef() -> Canvas:
    """A sea turtle in the light of the shallow reef."""
    c = Canvas()
    water(c)
    reef(c, seed=8)
    c.glow((600, 120), 420, "#d8fff2", strength=0.5)
    turtle(c.at((600, 380), scale=1.85, angle=-12))
    for where, size in (((210, 300), 0.7), ((290, 350), 0.6), ((180, 390), 0.55)):
        fish(c, where, size, ("#ffd06b", "#ff9a6b"))
    fish(c, (1000, 590), -0.85, ("#7a5bb8", "#ffd06b"))
    bubbles(c, (890, 330), 6, seed=3)
    return c


def diver() -> Canvas:
    """A diver with a lamp of bubbles over the reef wall."""
    c = Canvas()
    water(c, deep=True)
    wall = [
        (-60, 860),
        (-60, 160),
        (70, 200),
        (120, 330),
        (230, 420),
        (250, 560),
        (380, 680),
        (420, 860),
    ]
    c.blob(wall, fade("#0d3f6b", "#0a2450"))
    reef(c, seed=3)
    body = c.at((640, 370), scale=1.9, angle=16, flip=True)
    for knee, foot in ((-98, 6), (-108, 2)):
        body.blob(
            [(knee, foot - 6), (-186, foot - 24), (-190, foot + 14), (knee, foot + 8)],
            "#ffb347",
        )
    suit = Look(top="#2a2f66", bottom="#2a2f66", trousers=True, sleeves=True, hair="#2a2350")
    person(body, SWIMMER, suit)
    body.stroke([(76, -26), (10, -24)], 28, "#ffd06b")
    body.stroke([(70, -6), (20, 0)], [26, 22], "#f2716b")
    body.blob([(112, -14), (130, -11), (128, 8), (110, 8)], "#ffd06b")
    body.blob([(116, -10), (127, -7), (125, 4), (114, 5)], "#bff0ea")
    body.stroke([(116, 14), (104, 26), (78, 6), (74, -22)], 5, "#2a2350")
    bubbles(c, (424, 330), 9, seed=2)
    for where, size in (
        ((930, 250), -0.7),
        ((1010, 300), -0.6),
        ((900, 330), -0.55),
        ((1040, 220), -0.5),
    ):
        fish(c, where, size, ("#ffd06b", "#ff9a6b"))
    fish(c, (250, 560), 0.9, ("#f2716b", "#ffd06b"))
    return c
