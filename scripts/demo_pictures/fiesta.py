"""Culture: salsa and painted tiles."""

import math

from scripts.demo_pictures.canvas import Canvas, across, fade
from scripts.demo_pictures.kids import BRIGHT
from scripts.demo_pictures.people import Look, Pose, person
from scripts.demo_pictures.scenery import (
    hills,
    palm,
    sea,
    sky,
    stars,
)

LEADER = Pose(
    head=(2, -198),
    neck=(-4, -172),
    hip=(-14, -96),
    far_arm=((8, -160), (30, -136), (48, -168)),
    near_arm=((-8, -160), (24, -122), (86, -116)),
    far_leg=((-8, -94), (14, -50), (44, -4)),
    near_leg=((-16, -94), (-22, -46), (-48, -2)),
)


FOLLOWER = Pose(
    head=(2, -188),
    neck=(-4, -162),
    hip=(-8, -92),
    far_arm=((4, -152), (24, -130), (50, -168)),
    near_arm=((-8, -152), (36, -132), (88, -152)),
    far_leg=((-2, -90), (22, -48), (12, -4)),
    near_leg=((-10, -90), (-30, -46), (-70, -22)),
)


def salsa() -> Canvas:
    """A couple that dances salsa under lanterns on the terrace."""
    c = Canvas()
    sky(c, "dusk", 560)
    stars(c, 70, 260)
    hills(c, 562, 80, "#3a2f6b", seed=6)
    sea(c, "dusk", 520)
    _lanterns(c)
    c.box((-10, 610), (1220, 200), fade("#a8546a", "#6b3f70", "#45306a"))
    c.oval((600, 712), (360, 64), "#ffcf9a40", blur=14)
    palm(c, (70, 700), 430, 50)
    palm(c, (1140, 700), 460, -60)
    _drums(c.at((960, 690)))
    dancer = c.at((492, 712), scale=2.05)
    c.oval((590, 722), (230, 20), "#1a123a66", blur=8)
    person(
        dancer,
        LEADER,
        Look(skin="#8d5638", top="#fff1dc", bottom="#22264f", trousers=True, sleeves=True),
    )
    partner = c.at((694, 712), scale=2.05, flip=True)
    person(
        partner, FOLLOWER, Look(skin="#c98557", top="#d94f70", bottom="#d94f70", long_hair=True)
    )
    skirt = [
        (-22, -104),
        (8, -104),
        (34, -62),
        (14, -44),
        (-20, -50),
        (-58, -34),
        (-74, -46),
        (-44, -78),
    ]
    partner.blob(skirt, fade("#e8566f", "#a8285a"))
    partner.stroke([(-8, -98), (-24, -66), (-58, -42)], [2, 5, 2], "#ff9a9a88")
    return c


def _lanterns(c: Canvas) -> None:
    for n in range(9):
        spot = (40 + n * 140, 96 + 54 * math.sin(n * 0.8 + 0.4))
        c.stroke([(spot[0], -10), spot], 3, "#1a1444")
        c.glow((spot[0], spot[1] + 20), 120, BRIGHT[n % 6], strength=0.6)
        c.oval((spot[0], spot[1] + 20), (32, 36), fade("#fff1c0", BRIGHT[n % 6]))
        c.box((spot[0] - 13, spot[1] - 20), (26, 8), "#1a1444", radius=3)
        c.box((spot[0] - 13, spot[1] + 52), (26, 8), "#1a1444", radius=3)


def _drums(c: Canvas) -> None:
    for x, width, height, colour in ((-70, 42, 150, "#d94f70"), (30, 50, 130, "#3fb7b0")):
        c.oval((x, 4), (width, 10), "#1a123a66", blur=5)
        c.blob(
            [
                (x - width, -height),
                (x - width * 1.15, -height * 0.5),
                (x - width * 0.7, 0),
                (x + width * 0.7, 0),
                (x + width * 1.15, -height * 0.5),
                (x + width, -height),
            ],
            across("#5a2f4a", colour, "#5a2f4a"),
        )
        c.oval((x, -height), (width, 14), "#fff1dc")
        c.stroke(
            [
                (x - width * 1.02, -height * 0.8),
                (x, -height * 0.72),
                (x + width * 1.02, -height * 0.8),
            ],
            6,
            "#ffd06b",
        )


def tiles() -> Canvas:
    """Talavera tiles with a brush and pots of paint."""
    c = Canvas()
    c.box((-10, -10), (1220, 820), fade("#e8a57c", "#c9745f"))
    for column in range(3):
        for row in range(2):
            x, y = 54 + column * 322, 84 + row * 326
            c.box((x + 7, y + 14), (306, 306), "#6e2f3f55", radius=10)
            done = (column, row) != (2, 1)
            _tile(c.at((x + 153, y + 153), scale=1.39), (column + row) % 2 == 0, done)
    brush = c.at((880, 570), angle=34)
    brush.blob([(10, 12), (330, 30), (330, 60), (20, 30)], "#6e2f3f44", blur=6)
    brush.blob([(0, 0), (40, -19), (76, -14), (76, 14), (40, 19)], across("#f2716b", "#7a4a3a"))
    brush.box((70, -15), (44, 30), across("#e3d3da", "#fff7ea", "#b9a9c4"), radius=4)
    brush.stroke([(112, 0), (220, 0), (400, 0)], [24, 30, 8], "#ffb347")
    for y, colour in ((140, "#22397a"), (310, "#ffc23f"), (480, "#f2716b")):
        c.oval((1110, y + 12), (74, 74), "#6e2f3f66", blur=6)
        c.dot((1104, y), 72, "#fff7ea")
        c.dot((1104, y), 58, colour)
        c.stroke([(1070, y - 20), (1096, y - 36), (1122, y - 34)], [2, 8, 2], "#ffffff66")
    return c


def _tile(c: Canvas, flower: bool, done: bool) -> None:
    blue, gold, coral = "#22397a", "#ffc23f" if done else "#f3e6d8", "#f2716b"
    c.box((-110, -110), (220, 220), fade("#fffaf0", "#f3e6d8"), radius=8)
    for turn in range(4):
        corner = c.at((0, 0), angle=turn * 90)
        corner.shape([(-104, -104), (-44, -104), (-104, -44)], blue)
        corner.dot((-90, -90), 20, gold)
        corner.dot((-90, -90), 9, coral if done else "#f3e6d8")
    for turn in range(8 if done else 5):
        petal = c.at((0, 0), angle=turn * 45)
        if flower or not done:
            colour = coral if turn % 2 else blue
            petal.blob([(0, -20), (-17, -52), (0, -82), (17, -52)], colour)
        else:
            petal.shape([(-15, -30), (15, -30), (0, -88)], gold if turn % 2 else blue)
            petal.dot((0, -94), 6, "#2b9070")
    c.dot((0, 0), 30, blue)
    c.dot((0, 0), 23, gold)
    c.dot((0, 0), 11, coral)
