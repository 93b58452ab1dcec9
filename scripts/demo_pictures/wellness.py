"""Wellness: yoga, singing bowls, a sweat lodge."""

from scripts.demo_pictures.canvas import Canvas, across, fade
from scripts.demo_pictures.people import Look, Pose, person
from scripts.demo_pictures.scenery import (
    flame,
    glitter,
    gulls,
    hills,
    leaves,
    palm,
    sea,
    sky,
    smoke,
    stars,
    sun,
    trees,
)
from scripts.demo_pictures.spa import candle, stone

WARRIOR = Pose(
    head=(16, -190),
    neck=(8, -164),
    hip=(0, -84),
    far_arm=((14, -154), (60, -158), (112, -162)),
    near_arm=((2, -154), (-48, -154), (-100, -150)),
    far_leg=((4, -82), (66, -66), (70, -2)),
    near_leg=((-4, -80), (-56, -42), (-112, -4)),
)


LOTUS = Pose(
    head=(0, -122),
    neck=(0, -96),
    hip=(0, -18),
    far_arm=((16, -86), (44, -46), (60, -20)),
    near_arm=((-16, -86), (-44, -46), (-60, -20)),
    far_leg=((8, -16), (66, -6), (8, 6)),
    near_leg=((-8, -16), (-66, -6), (-4, 8)),
)


def sunrise_yoga() -> Canvas:
    """Three guests in warrior pose on the deck at sunrise."""
    c = Canvas()
    sky(c, "dawn", 520)
    sun(c, (600, 440), 128, "#fff7dd")
    gulls(c, (220, 230), "#5b5288")
    hills(c, 522, 60, "#a58db0", seed=5)
    sea(c, "dawn", 520)
    glitter(c, 600, 520)
    c.shape([(-20, 640), (1220, 640), (1220, 820), (-20, 820)], fade("#c98a6a", "#8a5568"))
    for n in range(13):
        c.stroke([(n * 100, 640), (600 + (n * 100 - 600) * 1.7, 830)], [2, 5], "#5a355877")
    c.box((-20, 634), (1240, 10), "#f3c9a0")
    looks = (
        Look(skin="#8d5638", top="#3fb7b0", bottom="#2d3f74", trousers=True, long_hair=True),
        Look(skin="#6e4132", top="#d94f70", bottom="#3b2a55", trousers=True, long_hair=True),
        Look(skin="#c98557", top="#ffd06b", bottom="#2d3f74", trousers=True),
    )
    places = (((250, 690), 1.15), ((600, 740), 1.65), ((950, 690), 1.15))
    for (where, size), look, mat in zip(
        places, looks, ("#f2716b", "#3fb7b0", "#7a5bb8"), strict=True
    ):
        view = c.at(where, scale=size)
        view.shape([(-130, -8), (92, -8), (104, 14), (-144, 14)], mat)
        person(view, WARRIOR, look)
    palm(c, (30, 860), 560, 40)
    palm(c, (1180, 860), 520, -30)
    return c


def _singing_bowl(c: Canvas) -> None:
    c.oval((0, 6), (90, 16), "#1a123a66", blur=6)
    c.blob(
        [(-104, -84), (-92, -30), (-50, 4), (50, 4), (92, -30), (104, -84)],
        across("#8a5a2f", "#f2c46b", "#b9803f", "#7a4a2f"),
    )
    c.oval((0, -84), (104, 22), "#ffe3a0")
    c.oval((0, -82), (94, 17), fade("#6e4530", "#a8743f"))


def sound_bath() -> Canvas:
    """A guest in lotus pose between singing bowls at dusk."""
    c = Canvas()
    sky(c, "dusk", 560)
    stars(c, 80, 260)
    for radius, colour in ((330, "#ffffff10"), (260, "#ffffff14"), (190, "#ffffff1c")):
        c.dot((600, 400), radius, colour)
    c.glow((600, 420), 330, "#ffcf9a", strength=0.7)
    hills(c, 562, 110, fade("#5a3f7a", "#7d5590"), seed=4)
    c.box((-10, 556), (1220, 260), fade("#6b4478", "#45306a", "#2f2457"))
    c.oval((600, 690), (330, 62), "#d94f7066")
    c.oval((600, 690), (280, 50), fade("#f2916b", "#c4455d"))
    look = Look(skin="#a0674a", top="#fff1dc", bottom="#3fb7b0", trousers=True)
    person(c.at((600, 676), scale=2.0), LOTUS, look)
    for where, size in (
        ((250, 700), 1.15),
        ((150, 640), 0.75),
        ((950, 700), 1.15),
        ((1060, 640), 0.8),
        ((380, 752), 0.8),
        ((826, 756), 0.8),
    ):
        _singing_bowl(c.at(where, scale=size))
    candle(c, (60, 730), 60)
    candle(c, (1150, 730), 76)
    leaves(c, (-20, -30), dark=True)
    leaves(c, (1220, -20), angle=92, dark=True)
    return c


def temazcal() -> Canvas:
    """A stone sweat lodge with its fire, under the evening sky."""
    c = Canvas()
    sky(c, "dusk", 600)
    stars(c, 70, 240)
    hills(c, 602, 190, fade("#4a3b7c", "#7d5590"), seed=8)
    trees(c, 620, "#2c2a5e", 2)
    c.box((-10, 590), (1220, 220), fade("#7d4a6a", "#553564", "#352653"))
    for x, height in ((470, 240), (560, 280), (640, 220)):
        smoke(c, (x, 350), height)
    _lodge(c.at((520, 640), scale=1.25))
    _fire(c.at((920, 700), scale=1.1))
    leaves(c, (-16, 814), angle=-84, dark=True)
    return c


def _fire(c: Canvas) -> None:
    c.glow((0, -46), 300, "#ff9a5a", strength=0.85)
    for x in (-60, -20, 24, 62):
        c.stroke([(x, 10), (-x * 0.6, -26)], [24, 20], "#4a2438")
    for x, height in ((-34, 96), (32, 116), (0, 170)):
        flame(c, (x, -8), height)
    for x, y, size in ((-118, 14, 31), (-64, 38, 27), (8, 45, 31), (72, 34, 29), (118, 11, 27)):
        stone(c, (x, y), (size, size * 0.62))


def _lodge(c: Canvas) -> None:
    c.oval((0, 6), (330, 34), "#1a123a77", blur=10)
    dome = [
        (-300, 0),
        (-290, -110),
        (-200, -220),
        (0, -268),
        (200, -220),
        (290, -110),
        (300, 0),
    ]
    c.blob([*dome, (0, 20)], fade("#d98a6a", "#a8546a", "#653a66"))
    view = c.inside([(-320, -280), (320, -280), (320, 4), (-320, 4)])
    for row in range(6):
        y, half = -20 - row * 42, 296 * (1 - (row / 6.6) ** 2) ** 0.5
        for n in range(9):
            x = -half + (2 * half) * (n + (row % 2) * 0.5) / 9
            if x < half - 40:
                view.box((x + 8, y - 16), (half * 0.19, 28), "#ffd0a02e", radius=12)
    c.blob(
        [(-80, 6), (-84, -90), (-50, -140), (0, -154), (50, -140), (84, -90), (80, 6)],
        "#ffd9a6",
    )
    c.blob(
        [(-62, 8), (-66, -84), (-38, -124), (0, -134), (38, -124), (66, -84), (62, 8)],
        fade("#2a1844", "#8a3340", "#f2804f"),
    )
