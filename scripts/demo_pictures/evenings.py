"""Evenings on the beach: a fire, a table for two, the stars."""

from scripts.demo_pictures.canvas import Canvas, fade
from scripts.demo_pictures.dining import wine_glass
from scripts.demo_pictures.outline import ring
from scripts.demo_pictures.people import Look, Pose, person
from scripts.demo_pictures.scenery import (
    flame,
    glitter,
    hills,
    leaves,
    palm,
    sand,
    sea,
    sky,
    smoke,
    stars,
)

SITTING = Pose(
    head=(-6, -106),
    neck=(-12, -80),
    hip=(-22, -10),
    far_arm=((-8, -70), (18, -46), (46, -44)),
    near_arm=((-18, -70), (-44, -40), (-56, -4)),
    far_leg=((-20, -10), (28, -52), (58, -2)),
    near_leg=((-22, -8), (22, -46), (44, 0)),
)


def barbecue() -> Canvas:
    """Skewers over the fire on the beach at night."""
    c = Canvas()
    sky(c, "dusk", 470)
    stars(c, 50, 200)
    for start, end in (((-20, 60), (620, 40)), ((620, 40), (1230, 90))):
        middle = ((start[0] + end[0]) / 2, 150)
        c.stroke([start, middle, end], 3, "#1a1444")
        for n in range(1, 9):
            t = n / 9
            y = start[1] * (1 - t) ** 2 + 2 * 190 * t * (1 - t) + end[1] * t**2
            spot = (start[0] + (end[0] - start[0]) * t, y + 12)
            c.glow(spot, 46, "#ffd98a", strength=0.8)
            c.dot(spot, 9, "#fff1c0")
    sea(c, "dusk", 470)
    sand(c, 560, fade("#a5688a", "#6b4478", "#4a2f66"))
    palm(c, (80, 700), 470, 70)
    palm(c, (1150, 680), 400, -40)
    c.glow((600, 620), 470, "#ff9a5a", strength=0.75)
    _grill(c.at((600, 690), scale=1.35))
    return c


def _grill(c: Canvas) -> None:
    for x in (-150, 150):
        c.stroke([(x * 0.8, -40), (x, 70)], [14, 11], "#1a1238")
    for x, height in ((-120, 110), (-64, 150), (0, 190), (62, 150), (118, 104)):
        flame(c, (x, -60), height)
    bowl = [(-200, -70), (-180, 0), (-100, 32), (100, 32), (180, 0), (200, -70)]
    c.blob(bowl, fade("#3a2f5e", "#1a1238"))
    c.box((-210, -82), (420, 16), "#120d2e", radius=8)
    colours = ("#e0533f", "#ffd06b", "#a8603f", "#6cb86f", "#e0533f")
    for x, turn in ((-134, -7), (0, 5), (134, -4)):
        skewer = c.at((x, -98), angle=turn)
        skewer.stroke([(-76, 0), (76, 0)], 5, "#f3dfc4")
        for n, colour in enumerate(colours):
            skewer.box((-55 + n * 22, -15), (20, 30), fade(colour, "#8a352f"), radius=7)
    for x, y in ((-120, -150), (30, -210), (140, -150)):
        smoke(c, (x, y), 120)


def moonlight_dinner() -> Canvas:
    """A table for two on the sand under a full moon."""
    c = Canvas()
    sky(c, "night", 500)
    stars(c, 110, 430)
    c.glow((600, 230), 420, "#ffe9c4", strength=0.5)
    c.dot((600, 230), 92, fade("#fff9e6", "#ffe6b8"))
    for x, y, size in ((570, 205, 20), (630, 250, 26), (606, 180, 10), (560, 260, 12)):
        c.dot((x, y), size, "#f3d9a644")
    hills(c, 502, 50, "#2a2a66", seed=3)
    sea(c, "night", 500)
    glitter(c, 600, 500, "#fff1cf80")
    sand(c, 600, fade("#77608f", "#4a3f75"))
    palm(c, (60, 860), 600, 90)
    palm(c, (1150, 850), 560, -80)
    c.glow((600, 590), 330, "#ffc27a", strength=0.7)
    _table_for_two(c.at((600, 720), scale=1.3))
    for x, y in ((330, 730), (390, 770), (810, 770), (872, 730)):
        c.glow((x, y), 70, "#ffc27a", strength=0.8)
        c.box((x - 9, y - 16), (18, 22), fade("#fff1c0", "#ffb347"), radius=4)
    leaves(c, (-10, 812), angle=-84, dark=True)
    return c


def _table_for_two(c: Canvas) -> None:
    for flip in (False, True):
        chair = c.at((0, 0), flip=flip)
        chair.stroke([(-196, -170), (-176, -60)], 12, "#f3d9b8")
        chair.stroke([(-214, -176), (-180, -166)], 12, "#f3d9b8")
        chair.box((-186, -68), (84, 15), "#d94f70", radius=7)
        for x in (-178, -112):
            chair.stroke([(x, -54), (x - 5, 40)], [10, 8], "#c79f86")
    c.shape(
        [(-120, -110), (120, -110), (140, 44), (-140, 44)],
        fade("#fff7ea", "#e0bfc0", "#9a7aa5"),
    )
    for x in (-90, -30, 36, 92):
        c.stroke([(x, -100), (x * 1.16, 40)], [2, 6], "#7d5f9a44")
    c.oval((0, -112), (126, 18), fade("#fffaf0", "#f3d9c4"))
    for x in (-66, 66):
        wine_glass(c.at((x, -112), scale=0.3), fade("#c4375a", "#7a1f4a"))
    for x, height in ((-14, 44), (14, 60)):
        c.stroke([(x, -114), (x, -114 - height)], 9, "#fff1dc")
        c.glow((x, -126 - height), 60, "#ffdf9e", strength=0.9)
        c.blob([(x - 5, -118 - height), (x, -138 - height), (x + 5, -118 - height)], "#ffe9a8")
    c.shape(ring((0, -116), (16, 6)), "#d94f70")


def stargazing() -> Canvas:
    """Two guests and a telescope under the Milky Way."""
    c = Canvas()
    sky(c, "night", 590)
    _milky_way(c)
    stars(c, 230, 580)
    c.stroke([(900, 250), (1010, 300)], [1, 5], "#ffffffb0")
    hills(c, 592, 60, "#2a2a66", seed=3)
    sea(c, "night", 590)
    dune = [(-60, 720), (200, 676), (560, 690), (900, 672), (1260, 712)]
    c.blob([*dune, (1260, 860), (-60, 860)], fade("#6b5a8c", "#3d3566"))
    c.glow((430, 716), 210, "#ffc27a", strength=0.75)
    _lantern(c.at((430, 740)))
    c.shape([(520, 752), (880, 744), (930, 780), (500, 790)], fade("#d94f70", "#8a3566"))
    woman = Look(skin="#a0674a", top="#ffb347", long_hair=True)
    person(c.at((620, 760), scale=1.15), SITTING, woman)
    man = Look(skin="#7a4a3a", top="#3fb7b0", trousers=True)
    person(c.at((770, 762), scale=1.2), SITTING, man)
    _telescope(c.at((250, 752), scale=1.15))
    palm(c, (1120, 800), 480, -60)
    return c


def _milky_way(c: Canvas) -> None:
    haze = [(40, 560), (330, 330), (640, 170), (980, -60), (1180, -60), (760, 250), (420, 440)]
    c.blob([*haze, (190, 590)], "#b79be050", blur=46)
    core = [(150, 540), (400, 360), (680, 210), (1040, -60), (1090, -60), (720, 235)]
    c.blob([*core, (430, 390)], "#ffe0d055", blur=22)


def _lantern(c: Canvas) -> None:
    c.box((-18, -50), (36, 46), fade("#fff1c0", "#ffb347"), radius=8)
    c.box((-22, -6), (44, 10), "#2a2350", radius=4)
    c.box((-20, -58), (40, 10), "#2a2350", radius=4)
    c.stroke([(-12, -58), (0, -78), (12, -58)], 4, "#2a2350")


def _telescope(c: Canvas) -> None:
    for foot in (-60, 0, 62):
        c.stroke([(0, -130), (foot, 2)], [9, 6], "#1a1a44")
    tube = c.at((0, -146), angle=-38)
    tube.box((-92, -17), (200, 34), fade("#fff1dc", "#c3a7c9", "#7d6aa0"), radius=8)
    tube.box((92, -22), (30, 44), "#d94f70", radius=6)
    tube.box((-122, -9), (36, 18), "#1a1a44", radius=5)
    tube.stroke([(-40, -26), (10, -26)], 8, "#1a1a44")
    c.dot((0, -140), 13, "#1a1a44")
