"""Parasails, a catamaran and a yacht."""

from scripts.demo_pictures.canvas import Canvas, Paint, across, fade
from scripts.demo_pictures.outline import ring
from scripts.demo_pictures.people import Look, Pose, person
from scripts.demo_pictures.scenery import (
    cloud,
    glitter,
    gulls,
    hills,
    palm,
    sand,
    sea,
    sky,
    sun,
    swell,
)

SEATED = Pose(
    head=(4, -100),
    neck=(0, -76),
    hip=(-8, 0),
    far_arm=((8, -66), (26, -96), (18, -130)),
    near_arm=((-8, -66), (-26, -94), (-18, -130)),
    far_leg=((-4, 0), (42, 6), (52, 62)),
    near_leg=((-8, 2), (34, 14), (40, 72)),
)


def _canopy(c: Canvas, colours: tuple[str, str]) -> None:
    dome = [
        (-260, 20),
        (-232, -84),
        (-130, -170),
        (0, -196),
        (130, -170),
        (232, -84),
        (260, 20),
    ]
    under = [(200, 44), (100, 60), (0, 66), (-100, 60), (-200, 44)]
    c.blob([*dome, *under], colours[0])
    cut = c.inside([(-300, -220), (300, -220), (300, 24), (-300, 24)])
    for step, width in enumerate((214, 160, 104, 46)):
        cut.shape(ring((0, 24), (width, 212)), colours[(step + 1) % 2])
    c.oval((-70, -110), (120, 70), "#ffffff22", blur=20)
    c.blob([(-256, 18), (0, -8), (256, 18), (200, 44), (0, 66), (-200, 44)], "#3b2e6899")


def _flight(c: Canvas, colours: tuple[str, str], looks: tuple[Look, Look]) -> None:
    for x in (-256, -190, -120, -50, 50, 120, 190, 256):
        end = (-58 if x < 0 else 58, 330)
        c.stroke([(x, 22 + 40 * (1 - abs(x) / 256)), end], 2.2, "#2a235099")
    _canopy(c, colours)
    c.stroke([(-76, 330), (76, 330)], 7, "#2a2350")
    for x, look in zip((-44, 40), looks, strict=True):
        person(c.at((x, 460), scale=0.9), SEATED, look)


def _speedboat(c: Canvas, hull: Paint) -> None:
    c.blob([(-130, 10), (-60, -6), (60, -2), (150, 6), (40, 26), (-90, 26)], "#ffffffb0")
    c.blob(
        [(-110, -34), (-112, 2), (-60, 14), (60, 12), (120, -20), (140, -46), (40, -38)], hull
    )
    c.blob([(-6, -40), (22, -72), (44, -70), (66, -42)], "#2a2350aa")
    c.stroke([(-70, -36), (-70, -84), (-40, -84)], 6, "#fff7ea")
    c.blob([(-320, 26), (-220, 4), (-110, 2), (-100, 20), (-200, 36)], "#ffffff80")


def over_the_bay() -> Canvas:
    """Two guests under a striped canopy, high above the turquoise bay."""
    c = Canvas()
    sky(c, "day", 560)
    cloud(c, (210, 330), 1.5, "#ffffff8c")
    cloud(c, (1030, 250), 1.2, "#ffffff8c")
    hills(c, 562, 80, fade("#4b9a95", "#7cc0ab"), seed=7)
    sea(c, "day", 560)
    c.stroke([(604, 500), (440, 590), (242, 668)], 2.4, "#2a2350b0")
    _speedboat(c.at((190, 690), scale=0.8, flip=True), fade("#fff7ea", "#d6c7d2"))
    _flight(
        c.at((610, 212), scale=0.92),
        ("#f2716b", "#fff1cf"),
        (
            Look(top="#ffb347", bottom="#22397a"),
            Look(skin="#8d5638", top="#3fb7b0", long_hair=True),
        ),
    )
    swell(c, 742, fade("#1690a3", "#0d5f80"), height=10, phase=1)
    return c


def above_the_sunset() -> Canvas:
    """A canopy against the evening sky, seen from under the palms."""
    c = Canvas()
    sky(c, "sunset", 540)
    sun(c, (840, 500), 74)
    cloud(c, (860, 250), 1.5, "#ffcf9a55")
    cloud(c, (480, 390), 1.0, "#ffcf9a44")
    hills(c, 542, 60, fade("#6e3f7a", "#9c5480"), seed=5)
    sea(c, "sunset", 540)
    glitter(c, 840, 540)
    c.stroke([(540, 404), (720, 520), (880, 592)], 2.2, "#2a2350c0")
    _speedboat(c.at((930, 606), scale=0.5), fade("#352a63", "#241d4a"))
    dark = Look.silhouette("#2a2250")
    _flight(c.at((560, 190), scale=0.66, angle=5), ("#ffd06b", "#d94f70"), (dark, dark))
    sand(c, 706, fade("#8a5583", "#4b3a72"))
    palm(c, (-6, 830), 520, 70)
    palm(c, (1150, 836), 330, -24)
    return c


def catamaran() -> Canvas:
    """A catamaran under full sail before the sun goes down."""
    c = Canvas()
    sky(c, "sunset", 520)
    sun(c, (380, 470), 84)
    cloud(c, (950, 170), 1.5, "#ffcf9a55")
    cloud(c, (230, 210), 1.1, "#ffcf9a44")
    gulls(c, (250, 330))
    sea(c, "sunset", 520)
    glitter(c, 380, 520)
    boat = c.at((680, 610), scale=1.12)
    boat.shape([(-40, -60), (40, -440), (48, -60)], "#2a2350")
    boat.blob(
        [(30, -436), (112, -290), (136, -90), (44, -84)], fade("#fff7ea", "#ffd9a0", "#f59a7c")
    )
    for lift in (-330, -240, -160):
        boat.stroke([(38, lift), (66 + (lift + 440) * 0.22, lift + 8)], 2, "#c46a7f66")
    boat.blob(
        [(26, -410), (-60, -250), (-176, -74), (20, -92)], fade("#fff1cf", "#ffbf8a", "#ee7f78")
    )
    boat.stroke([(34, -446), (36, -60)], [5, 8], "#2a2350")
    boat.stroke([(36, -84), (146, -80)], 6, "#2a2350")
    boat.blob([(34, -446), (70, -440), (92, -428), (66, -428), (35, -434)], "#d94f70")
    _catamaran_hulls(boat)
    swell(c, 668, fade("#5b3c7a", "#2f2d62"), height=10, phase=2)
    return c


def _catamaran_hulls(c: Canvas) -> None:
    c.blob(
        [(-170, -62), (220, -62), (262, -66), (236, -14), (180, 2), (-110, 2)],
        fade("#d9a5a5", "#7a5590"),
    )
    c.blob([(-30, -52), (-8, -84), (120, -86), (158, -52)], fade("#fff7ea", "#e8c0b4"))
    c.blob([(0, -58), (12, -76), (110, -78), (132, -58)], "#3b2e68")
    for x, colour in ((-150, "#d94f70"), (-112, "#ffd06b"), (-76, "#3fb7b0")):
        c.stroke([(x, -52), (x + 2, -76)], [18, 14], colour)
        c.dot((x + 4, -92), 8, "#7a4a3a")
    hull = [(-262, -54), (-150, -44), (190, -50), (214, -44), (196, 6), (120, 24), (-150, 22)]
    c.blob([*hull, (-222, -14)], fade("#fff7ea", "#f3c6b2", "#a9739a"))
    c.stroke([(-226, -32), (-100, -24), (196, -30)], [3, 6, 5], "#d94f70")
    c.blob([(-280, 26), (-120, 8), (120, 14), (240, 26), (80, 44), (-180, 44)], "#ffffff70")


def yacht() -> Canvas:
    """A white yacht at anchor in a green cove."""
    c = Canvas()
    sky(c, "day", 430)
    cloud(c, (250, 130), 1.3, "#ffffff99")
    cloud(c, (900, 90), 1.1, "#ffffff80")
    hills(c, 432, 250, fade("#7db8ae", "#a5d0bd"), seed=11)
    hills(c, 432, 150, fade("#2f8579", "#58a889"), seed=8)
    c.blob([(900, 436), (980, 414), (1120, 410), (1260, 420), (1260, 444)], "#f5d9a6")
    palm(c, (1090, 420), 120, -24, dark=False)
    palm(c, (1130, 420), 96, 22, dark=False)
    sea(c, "day", 430)
    boat = c.at((590, 560), scale=1.32)
    boat.blob([(-330, 20), (0, 10), (330, 14), (300, 70), (-290, 74)], "#0d5f8055", blur=8)
    hull = [(-330, -44), (-322, 12), (-250, 30), (180, 30), (280, -8), (360, -78), (200, -58)]
    boat.blob(hull, fade("#ffffff", "#e9eef2", "#b5c4d4"))
    boat.shape([(-324, 6), (-310, 22), (226, 22), (252, 6)], "#22397a")
    _decks(boat)
    swell(c, 612, fade("#2aa7b3d0", "#138197", "#0d5f80"), height=7, phase=2)
    for y, x in ((650, 420), (690, 700), (735, 300)):
        c.oval((x, y), (150, 4), "#ffffff2e")
    return c


def _decks(c: Canvas) -> None:
    c.blob([(-290, -50), (-270, -100), (90, -104), (230, -62)], fade("#ffffff", "#dbe4ea"))
    c.blob(
        [(-236, -62), (-226, -90), (80, -92), (160, -66)],
        across("#22397a", "#1a2c5f", "#3d67a8"),
    )
    c.blob([(-220, -104), (-196, -150), (20, -152), (100, -106)], fade("#ffffff", "#dbe4ea"))
    c.blob([(-130, -112), (-122, -140), (16, -142), (62, -114)], across("#1a2c5f", "#3d67a8"))
    c.stroke([(-200, -158), (20, -162)], 10, "#f2716b")
    for x in (-190, -130):
        c.stroke([(x, -112), (x + 10, -156)], 5, "#dbe4ea")
    c.stroke([(-40, -162), (-60, -206)], [7, 3], "#dbe4ea")
    c.stroke([(-64, -186), (-36, -186)], 5, "#dbe4ea")
    for step in range(9):
        x = 120 + step * 26
        c.stroke([(x, -66 - step * 1.6), (x + 4, -90 - step * 1.2)], 2.5, "#93a7b8")
    c.stroke([(122, -92), (340, -101)], 3, "#93a7b8")
    c.blob([(-330, -46), (-322, -80), (-318, -80), (-300, -48)], "#f2716b")
