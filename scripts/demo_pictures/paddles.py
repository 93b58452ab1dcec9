"""Kayaks in the lagoon and a paddleboard at sunrise."""

import random

from scripts.demo_pictures.canvas import Canvas, Paint, fade
from scripts.demo_pictures.outline import Point
from scripts.demo_pictures.people import Look, Pose, person
from scripts.demo_pictures.scenery import (
    cloud,
    glitter,
    gulls,
    hills,
    leaves,
    palm,
    sea,
    sky,
    sun,
    swell,
)

PADDLER = Pose(
    head=(2, -112),
    neck=(-2, -86),
    hip=(-10, -10),
    far_arm=((4, -78), (30, -60), (54, -84)),
    near_arm=((-8, -78), (-2, -44), (30, -34)),
    far_leg=((-8, -8), (40, -22), (70, -4)),
    near_leg=((-8, -6), (40, -16), (70, 0)),
)
STANDING = Pose(
    head=(10, -196),
    neck=(4, -170),
    hip=(-6, -94),
    far_arm=((10, -160), (34, -152), (52, -178)),
    near_arm=((-2, -158), (14, -122), (44, -104)),
    far_leg=((-2, -92), (22, -50), (16, -2)),
    near_leg=((-8, -92), (2, -48), (-18, -2)),
)


def _paddle(c: Canvas, start: Point, end: Point, *, blades: tuple[bool, bool]) -> None:
    c.stroke([start, end], 5, "#2a2350")
    for tip, other, wanted in ((start, end, blades[0]), (end, start, blades[1])):
        if wanted:
            dx, dy = (tip[0] - other[0]) * 0.16, (tip[1] - other[1]) * 0.16
            c.stroke(
                [(tip[0] - dx, tip[1] - dy), tip, (tip[0] + dx, tip[1] + dy)],
                [6, 20, 12],
                "#ffd06b",
            )


def _kayak(c: Canvas, hull: Paint, looks: tuple[Look, Look]) -> None:
    c.blob([(-250, 24), (0, 14), (260, 24), (200, 52), (-200, 52)], "#0a4d6e44", blur=7)
    c.stroke([(-236, -6), (0, 6), (236, -6)], [3, 30, 3], "#7a2f52")
    for x, look in zip((-104, 62), looks, strict=True):
        person(c.at((x, 6)), PADDLER, look)
        c.at((x, 6)).stroke([(0, -76), (-8, -34)], [31, 27], "#ffb347")
    c.blob([(-272, -22), (-120, 2), (120, 2), (272, -22), (180, 34), (-180, 34)], hull)
    c.stroke([(-220, -2), (0, 16), (220, -2)], [2, 6, 2], "#fff1cf")
    for x in (-104, 62):
        _paddle(c.at((x, 6)), (94, -130), (2, 34), blades=(True, True))


def _reeds(c: Canvas, where: Point, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(16):
        x = where[0] + chance.uniform(-70, 70)
        lean, height = chance.uniform(-24, 24), chance.uniform(60, 150)
        middle, tip = (x + lean * 0.3, where[1] - height * 0.6), (x + lean, where[1] - height)
        c.stroke(
            [(x, where[1]), middle, tip],
            [8, 6, 1],
            chance.choice(("#145a57", "#1e7a63", "#2b9070")),
        )


def kayaks() -> Canvas:
    """A double kayak on the calm lagoon, mangroves around."""
    c = Canvas()
    sky(c, "day", 380)
    cloud(c, (330, 120), 1.3, "#ffffff99")
    cloud(c, (900, 190), 0.9, "#ffffff80")
    hills(c, 384, 120, fade("#6fb5a4", "#9fd0b8"), seed=3)
    for step, (paint, height) in enumerate((("#2f8579", 78), ("#1e6d63", 50))):
        hills(c, 386 + step * 8, height, paint, seed=12 + step)
    sea(c, "day", 388)
    c.box((-10, 388), (1220, 60), fade("#1e6d6388", "#1e6d6300"))
    palm(c, (150, 400), 210, 34, dark=False)
    palm(c, (80, 404), 160, -22, dark=False)
    looks = (
        Look(skin="#8d5638", top="#3fb7b0", long_hair=True),
        Look(skin="#dda27a", top="#22397a", hair="#7a3f2a"),
    )
    _kayak(c.at((560, 590), scale=1.42), fade("#f2716b", "#b93a5a"), looks)
    for y, x, width in ((660, 560, 330), (690, 640, 240), (726, 520, 280)):
        c.oval((x, y), (width, 4), "#ffffff3a")
    _reeds(c, (1130, 812), 2)
    _reeds(c, (1010, 830), 5)
    leaves(c, (1216, -20), angle=62)
    return c


def paddleboard() -> Canvas:
    """Somebody who stands on a board while the sun comes up."""
    c = Canvas()
    sky(c, "dawn", 500)
    sun(c, (800, 452), 88, "#fff7dd")
    cloud(c, (300, 170), 1.4, "#ffffff55")
    cloud(c, (980, 230), 1.0, "#ffffff44")
    hills(c, 502, 110, fade("#8f79a8", "#c498ab"), seed=9)
    hills(c, 502, 56, fade("#6b6597", "#a5839f"), seed=4)
    sea(c, "dawn", 500)
    glitter(c, 800, 500)
    gulls(c, (240, 300), "#5b5288")
    rider = c.at((520, 652), scale=1.72)
    rider.blob([(-170, 8), (0, 2), (190, 6), (150, 30), (-130, 30)], "#3d557a55", blur=6)
    rider.stroke([(36, 30), (28, 190)], [20, 2], "#3d557a33")
    rider.stroke([(-176, 2), (0, 6), (186, -6)], [8, 17, 5], "#f2716b")
    rider.stroke([(-172, -3), (0, 1), (180, -10)], [4, 9, 3], "#fff3d6")
    look = Look(skin="#7a4632", hair="#2a2040", top="#d94f70", bottom="#2d3f74", long_hair=True)
    person(rider, STANDING, look)
    _paddle(rider, (54, -190), (36, 26), blades=(False, True))
    swell(c, 726, fade("#6f86a6", "#41668c"), height=8, phase=2)
    return c
