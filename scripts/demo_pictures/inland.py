"""What lies behind the beach: a pyramid, a cenote, flamingos."""

import random

from scripts.demo_pictures.canvas import Canvas, across, fade
from scripts.demo_pictures.people import Look, Pose, person
from scripts.demo_pictures.scenery import (
    cloud,
    gulls,
    hills,
    leaves,
    sea,
    sky,
    sun,
    swell,
    trees,
)

WATCHING = Pose(
    head=(4, -196),
    neck=(2, -170),
    hip=(-2, -94),
    far_arm=((8, -160), (20, -124), (14, -92)),
    near_arm=((-6, -160), (-16, -124), (-6, -90)),
    far_leg=((2, -92), (8, -48), (8, -2)),
    near_leg=((-6, -92), (-6, -48), (-8, -2)),
)


def pyramid() -> Canvas:
    """The great pyramid in the first light, before the crowds."""
    c = Canvas()
    sky(c, "dawn", 640)
    sun(c, (330, 420), 78, "#fff7dd")
    cloud(c, (880, 130), 1.4, "#ffffff55")
    cloud(c, (180, 200), 1.0, "#ffffff44")
    gulls(c, (960, 260), "#5b5288")
    hills(c, 640, 90, "#8f79a8", seed=9)
    trees(c, 596, "#6a6a94", 4)
    _temple(c.at((640, 640)))
    c.box((-10, 636), (1220, 200), fade("#c9b06f", "#8a9a5c", "#55794f"))
    c.shape([(560, 636), (720, 636), (900, 820), (380, 820)], fade("#ecd3a0", "#d9b583"))
    for x, size, top in ((470, 0.42, "#f2716b"), (508, 0.38, "#3fb7b0"), (786, 0.4, "#fff1cf")):
        person(c.at((x, 672), scale=size), WATCHING, Look(trousers=True, top=top))
    leaves(c, (-14, 814), angle=-84, dark=False)
    leaves(c, (1214, 814), angle=176)
    return c


def _temple(c: Canvas) -> None:
    light, shade = fade("#ffd9a6", "#f0b588"), fade("#b98aa0", "#9a7297")
    for step in range(9):
        low, high = 390 - step * 33, 390 - step * 33 - 12
        y, height = -step * 38, 38
        c.shape([(-low, y), (low, y), (high, y - height), (-high, y - height)], shade)
        c.shape(
            [(-low, y), (low * 0.4, y), (high * 0.4, y - height), (-high, y - height)], light
        )
        c.shape(
            [
                (-high - 4, y - height),
                (high + 4, y - height),
                (high + 4, y - height + 7),
                (-high - 4, y - height + 7),
            ],
            "#fff0cf99",
        )
    c.shape([(-64, 0), (64, 0), (40, -342), (-40, -342)], fade("#fbe3bb", "#e3ab86"))
    for step in range(34):
        half = 52 - step * 0.62
        c.shape(
            [
                (-half, -step * 10),
                (half, -step * 10),
                (half, -step * 10 - 3),
                (-half, -step * 10 - 3),
            ],
            "#a8708a88",
        )
    c.shape([(-96, -342), (96, -342), (90, -352), (-90, -352)], "#fff0cf")
    c.box((-82, -420), (164, 70), across("#ffd9a6", "#e0a68a", "#a87f9c"))
    c.box((-90, -432), (180, 16), across("#fff0cf", "#c796a0"))
    for x in (-46, -14, 18):
        c.box((x, -398), (26, 48), "#5b4a72")


def cenote() -> Canvas:
    """Swimmers in the light that falls into a cenote."""
    c = Canvas()
    c.box((-10, -10), (1220, 820), fade("#2a3a55", "#1b4a60", "#0d5a6e"))
    opening = [(330, -60), (300, 60), (420, 150), (620, 170), (820, 130), (900, 40), (860, -60)]
    c.blob(opening, fade("#6cc4d4", "#8fd3df", "#e6f6dc", "#fdf3cf"))
    for x, size, colour in (
        (360, 78, "#2b9070"),
        (450, 58, "#57ad6f"),
        (790, 66, "#57ad6f"),
        (868, 80, "#2b9070"),
    ):
        c.oval((x, 30 + (78 - size)), (size, size * 0.8), colour)
    c.shape(
        [(440, 120), (800, 120), (960, 620), (250, 620)],
        fade("#fff6d088", "#fff6d018"),
        blur=16,
    )
    water = [
        (-80, 500),
        (200, 540),
        (600, 520),
        (1000, 545),
        (1280, 500),
        (1280, 900),
        (-80, 900),
    ]
    c.blob(water, fade("#37c3c4", "#148fa6", "#0b5f83"))
    c.oval((600, 640), (420, 90), "#9ff0e344", blur=26)
    c.oval((600, 620), (220, 46), "#d8fff055", blur=16)
    _cave(c)
    for x, y, width in ((520, 590, 120), (740, 640, 150), (420, 690, 170), (690, 736, 200)):
        c.oval((x, y), (width, 4), "#ffffff40")
    _ring(c.at((470, 640), scale=1.15), Look(skin="#8d5638", top="#ffd06b"))
    woman = Look(skin="#dda27a", top="#f2716b", hair="#7a3f2a")
    _ring(c.at((760, 585), scale=0.8, flip=True), woman)
    return c


def _cave(c: Canvas) -> None:
    left = [(-80, -80), (360, -80), (318, 30), (250, 120), (230, 260), (130, 380), (110, 520)]
    right = [
        (1280, -80),
        (840, -80),
        (886, 60),
        (980, 130),
        (990, 270),
        (1080, 380),
        (1090, 520),
    ]
    rock = fade("#a5807a", "#6b5068", "#2b3556")
    for outline, foot in ((left, [(30, 640), (-80, 700)]), (right, [(1170, 640), (1280, 690)])):
        c.blob([*outline, *foot], rock)
    for outline, middle in ((left, 0), (right, 1200)):
        inner = [(x + (middle - x) * 0.34, y * 0.96 + 20) for x, y in outline]
        c.stroke(inner[1:], [4, 16, 10, 3], "#2b355655")
        inner = [(x + (middle - x) * 0.62, y * 0.94 + 40) for x, y in outline]
        c.stroke(inner[2:], [3, 12, 3], "#2b355644")
    chance = random.Random(4)
    for _ in range(22):
        x = chance.choice((chance.uniform(250, 420), chance.uniform(800, 960)))
        length, sway = chance.uniform(90, 330), chance.uniform(-14, 14)
        vine = [(x, -20), (x - sway * 0.5, 40 + length * 0.5), (x + sway, 40 + length)]
        c.stroke(vine, [5, 3, 1], chance.choice(("#3d6a50", "#5b8a57", "#4a3b4f")))
    for x, y, size in (
        (296, 40, 66),
        (384, 92, 42),
        (862, 44, 66),
        (936, 112, 48),
        (244, 124, 44),
    ):
        for shift in (-0.6, 0.6, 0):
            spot = (x + shift * size, y + abs(shift) * 14)
            c.oval(spot, (size * 0.5, size * 0.34), "#2f7d5b" if shift else "#57ad6f")


def _ring(c: Canvas, look: Look) -> None:
    c.oval((0, 22), (92, 20), "#0b5f8366", blur=6)
    c.oval((0, 6), (84, 26), fade("#f2716b", "#c4455d"))
    c.oval((0, 0), (52, 13), "#14708c")
    c.stroke([(-30, 0), (-44, -32)], [28, 34], look.top)
    c.stroke([(34, -8), (64, -22), (88, -4)], [17, 14, 10], look.skin)
    c.stroke([(-4, -6), (40, -14)], [24, 20], look.top)
    c.stroke([(-50, -40), (-70, -10), (-88, 4)], [13, 11, 8], look.skin)
    c.oval((-50, -66), (15, 18), look.skin)
    c.blob([(-40, -76), (-54, -88), (-68, -76), (-68, -60), (-58, -70)], look.hair)


def flamingos() -> Canvas:
    """Flamingos in the shallow lagoon at the edge of the mangroves."""
    c = Canvas()
    sky(c, "dawn", 430)
    sun(c, (860, 380), 70, "#fff7dd")
    cloud(c, (420, 140), 1.4, "#ffffff55")
    hills(c, 434, 90, "#a58db0", seed=5)
    trees(c, 420, "#7d7a9f", 8)
    sea(c, "dawn", 432)
    _mangrove(c)
    for where, size, flip in (
        ((1010, 560), 0.5, True),
        ((1100, 584), 0.55, False),
        ((480, 520), 0.4, True),
    ):
        _flamingo(c.at(where, scale=size, flip=flip), "#f59a9a", "#e0707f")
    _flamingo(c.at((560, 690), scale=1.25), "#f7878c", "#d94f70")
    _flamingo(c.at((836, 724), scale=1.0, flip=True), "#ffa39b", "#e8647a")
    swell(c, 752, fade("#8f87b0", "#4f7397"), height=5, phase=1)
    return c


def _flamingo(c: Canvas, colour: str, shade: str) -> None:
    c.oval((0, 30), (70, 9), "#4f739755", blur=4)
    c.stroke([(-6, -110), (-2, -40), (-6, 34)], [8, 5, 5], shade)
    c.stroke([(8, -110), (36, -62), (2, -38)], [8, 5, 4], shade)
    c.blob(
        [(-120, -120), (-60, -172), (24, -180), (62, -146), (30, -108), (-50, -98)],
        fade(colour, shade),
    )
    c.blob([(-132, -112), (-60, -150), (10, -152), (-20, -118), (-80, -102)], "#ffffff38")
    c.stroke([(-118, -114), (-90, -112)], [3, 12], "#3b2e68")
    neck = [(46, -156), (84, -190), (62, -238), (52, -284), (84, -312), (112, -296)]
    c.stroke(neck, [26, 17, 14, 13, 15, 20], colour)
    c.stroke([(116, -296), (138, -284), (134, -262)], [15, 12, 4], "#fff1e0")
    c.stroke([(136, -274), (132, -258)], [11, 3], "#2a2350")
    c.dot((108, -300), 3.4, "#2a2350")


def _mangrove(c: Canvas) -> None:
    chance = random.Random(12)
    for n in range(11):
        foot = (-30 + n * 34, 560 + (n % 3) * 26)
        bend = (foot[0] - 36 + n * 3, 470)
        c.stroke([foot, bend, (60 + n * 7, 400)], [8, 10, 12], "#4a3a5e")
    c.stroke([(90, 420), (110, 330), (70, 240)], [34, 26, 18], "#4a3a5e")
    for _ in range(46):
        spot = (40 + chance.uniform(-150, 190), 240 + chance.uniform(-150, 110))
        size = chance.uniform(26, 56)
        c.oval(
            spot,
            (size, size * 0.7),
            chance.choice(("#2f6f68", "#3f8a74", "#255a60", "#57a283")),
        )
