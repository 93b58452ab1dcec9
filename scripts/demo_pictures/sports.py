"""Tennis, padel and a ride along the beach."""

from scripts.demo_pictures.canvas import Canvas, Paint, fade
from scripts.demo_pictures.outline import Point, ring
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
)

RIDER = Pose(
    head=(10, -172),
    neck=(2, -146),
    hip=(-12, -66),
    far_arm=((10, -136), (28, -104), (62, -98)),
    near_arm=((-4, -136), (8, -98), (52, -92)),
    far_leg=((-8, -66), (34, -38), (18, 20)),
    near_leg=((-12, -64), (32, -30), (14, 30)),
)


def _line(c: Canvas, start: Point, end: Point, width: float = 7) -> None:
    c.stroke([start, end], width, "#fff7ea")


def _net(c: Canvas, left: Point, right: Point, height: float) -> None:
    (x0, y0), (x1, y1) = left, right
    steps = 46
    for n in range(steps + 1):
        x = x0 + (x1 - x0) * n / steps
        c.stroke([(x, y0), (x, y0 - height)], 1.6, "#2a235066")
    for n in range(6):
        y = y0 - height * n / 6
        c.stroke([(x0, y), (x1, y1 - height * n / 6)], 1.6, "#2a235066")
    c.stroke([(x0, y0 - height), (x1, y1 - height)], 11, "#fff7ea")
    for x, y in (left, right):
        c.stroke([(x, y + 8), (x, y - height - 12)], 12, "#22397a")


def _ball(c: Canvas, where: Point, radius: float) -> None:
    x, y = where
    c.dot(where, radius, fade("#f4f08a", "#c5d34a"))
    view = c.inside(ring(where, (radius, radius)))
    for side in (-1, 1):
        view.stroke(
            [
                (x + side * radius, y - radius),
                (x + side * radius * 0.3, y),
                (x + side * radius, y + radius),
            ],
            radius * 0.13,
            "#fffbe0",
        )


def _racket(c: Canvas, frame: str, shade: str) -> None:
    c.stroke([(0, 20), (0, 150)], [30, 28], "#2a2350")
    for n in range(6):
        c.stroke([(-13, 46 + n * 18), (13, 54 + n * 18)], 4, "#4a3f7a")
    c.stroke([(0, 30), (-50, -46)], [14, 16], shade)
    c.stroke([(0, 30), (50, -46)], [14, 16], frame)
    face = ring((0, -150), (104, 134))
    c.shape(face, "#fff7ea33")
    strings = c.inside(face)
    for n in range(-7, 8):
        strings.stroke([(n * 15, -300), (n * 15, 0)], 2.2, "#fff7eacc")
    for n in range(-9, 10):
        strings.stroke([(-120, -150 + n * 15), (120, -150 + n * 15)], 2.2, "#fff7eacc")
    rim = [*ring((0, -150), (108, 138)), (108, -150)]
    c.stroke([*rim[::3], rim[0]], 17, frame)
    c.stroke(rim[20:50:3], 6, "#ffffff55")


def tennis() -> Canvas:
    """A racket and a ball on the clay court between palms and sea."""
    c = Canvas()
    sky(c, "day", 330)
    cloud(c, (250, 110), 1.2, "#ffffff99")
    cloud(c, (960, 150), 0.9, "#ffffff80")
    sea(c, "day", 300)
    hills(c, 304, 70, fade("#4b9a95", "#7cc0ab"), seed=7)
    c.box((-10, 350), (1220, 460), fade("#5ba57c", "#3d8a6b"))
    for x, height, lean in ((70, 230, 30), (170, 180, -24), (1130, 240, -34), (1030, 170, 20)):
        palm(c, (x, 372), height, lean, dark=False)
    c.shape(
        [(230, 380), (970, 380), (1500, 840), (-300, 840)],
        fade("#d97a55", "#c4583f", "#b04a3c"),
    )
    _line(c, (300, 392), (900, 392), 5)
    _line(c, (300, 392), (-120, 820), 8)
    _line(c, (900, 392), (1320, 820), 8)
    _line(c, (600, 452), (600, 600), 7)
    _line(c, (186, 600), (1014, 600), 8)
    _net(c, (208, 478), (992, 478), 56)
    c.blob(
        [(560, 720), (700, 690), (900, 668), (960, 700), (760, 742), (600, 760)],
        "#7a2f3a55",
        blur=8,
    )
    _racket(c.at((700, 672), scale=1.22, angle=62), "#ffd06b", "#e09a3f")
    c.oval((396, 722), (58, 12), "#7a2f3a66", blur=6)
    _ball(c, (392, 668), 50)
    return c


def _padel_racket(c: Canvas, face: Paint, rim: str) -> None:
    c.stroke([(0, 0), (0, 120)], [30, 26], "#2a2350")
    c.blob(
        [(-26, 24), (-92, -70), (-94, -160), (0, -236), (94, -160), (92, -70), (26, 24)], rim
    )
    c.blob([(-16, 6), (-76, -74), (-78, -154), (0, -216), (78, -154), (76, -74), (16, 6)], face)
    c.blob([(-12, 4), (-30, -30), (0, -44), (30, -30), (12, 4)], "#2a235099")
    for row in range(5):
        for column in range(-2 + (row in (0, 4)), 3 - (row in (0, 4))):
            c.dot((column * 24, -76 - row * 25), 5.5, "#2a235088")


def padel() -> Canvas:
    """Two rackets on a blue padel court with glass walls, in the evening."""
    c = Canvas()
    sky(c, "sunset", 420)
    sun(c, (900, 330), 62)
    hills(c, 420, 90, fade("#8b4a7c", "#6e3f7a"), seed=4)
    for x, height, lean in ((90, 300, 40), (220, 230, -30), (1060, 320, -40), (1150, 240, 20)):
        palm(c, (x, 420), height, lean)
    c.box((-10, 400), (1220, 410), fade("#3a4fa0", "#2b3d8f", "#22307a"))
    c.box((120, 130), (960, 300), fade("#ffffff30", "#ffffff14"))
    for x in range(120, 1081, 160):
        c.stroke([(x, 430), (x, 120)], 7, "#1f2257")
        c.shape([(x + 20, 420), (x + 60, 140), (x + 84, 140), (x + 44, 420)], "#ffffff1f")
    c.stroke([(120, 126), (1080, 126)], 8, "#1f2257")
    c.stroke([(120, 430), (1080, 430)], 8, "#1f2257")
    _line(c, (120, 436), (-160, 820))
    _line(c, (1080, 436), (1360, 820))
    _line(c, (600, 500), (600, 640), 6)
    _line(c, (30, 640), (1170, 640), 8)
    _net(c, (70, 540), (1130, 540), 62)
    c.oval((570, 742), (290, 26), "#10184f88", blur=10)
    _padel_racket(
        c.at((540, 640), scale=1.12, angle=-30), fade("#f2716b", "#d94f70"), "#ffd06b"
    )
    _padel_racket(c.at((620, 650), scale=1.12, angle=27), fade("#3fc1b8", "#1f8f9f"), "#fff1cf")
    c.oval((890, 748), (46, 9), "#10184f88", blur=5)
    _ball(c, (890, 706), 40)
    return c


FAR_LEGS = (
    [(-98, 20), (-122, 66), (-104, 104), (-122, 138), (-128, 156)],
    [(92, 20), (128, 58), (134, 96), (112, 120), (104, 138)],
)
NEAR_LEGS = (
    [(-94, 20), (-84, 68), (-72, 106), (-74, 138), (-74, 160)],
    [(86, 20), (84, 70), (82, 108), (80, 138), (82, 160)],
)


def _horse(c: Canvas, coat: str, shade: str, dark: str) -> None:
    for legs, colour in ((FAR_LEGS, shade), (NEAR_LEGS, coat)):
        for leg in legs:
            c.stroke(leg, [58, 30, 19, 15, 16], colour)
            x, y = leg[-1]
            c.blob([(x - 9, y - 6), (x + 8, y - 6), (x + 15, y + 12), (x - 9, y + 12)], dark)
    c.stroke([(-122, -14), (-166, 6), (-178, 64), (-160, 116)], [16, 28, 24, 3], dark)
    back = [(-134, -14), (-96, -46), (-10, -34), (70, -50), (120, -24), (112, 36), (30, 52)]
    c.blob([*back, (-60, 46), (-126, 36)], coat)
    c.stroke([(86, -10), (128, -66), (154, -114)], [88, 62, 44], coat)
    c.blob([(139, -132), (134, -162), (156, -144)], coat)
    c.blob([(150, -140), (150, -170), (168, -142)], coat)
    c.stroke([(152, -120), (194, -92), (224, -62)], [50, 37, 26], coat)
    c.stroke([(206, -80), (225, -61)], [27, 25], shade)
    c.stroke([(144, -148), (100, -96), (70, -46)], [14, 26, 12], dark)
    c.stroke([(156, -148), (178, -124)], [13, 5], dark)
    c.dot((179, -112), 4, "#1d1838")
    c.stroke([(188, -122), (203, -60)], 4, "#f2716b")
    c.stroke([(201, -72), (130, -64), (52, -86)], 3.4, "#f2716b")


def horse_ride() -> Canvas:
    """A rider along the water's edge in the last light."""
    c = Canvas()
    sky(c, "sunset", 480)
    sun(c, (320, 430), 90)
    cloud(c, (880, 150), 1.4, "#ffcf9a55")
    cloud(c, (300, 220), 1.0, "#ffcf9a44")
    gulls(c, (960, 270))
    hills(c, 482, 70, fade("#8b4a7c", "#a9587f"), seed=6)
    sea(c, "sunset", 480)
    glitter(c, 320, 480)
    sand(c, 650, fade("#e3a578", "#b9737a", "#8a5583"))
    c.blob([(400, 748), (620, 732), (860, 744), (760, 772), (520, 774)], "#4a2f6655", blur=8)
    view = c.at((600, 524), scale=1.38)
    _horse(view, "#77473f", "#55313c", "#2a2046")
    view.blob([(-52, -42), (-6, -36), (46, -48), (48, -8), (-44, 0)], "#d94f70")
    look = Look(skin="#c98557", top="#fff1cf", bottom="#2d3f74", trousers=True, long_hair=True)
    person(view.at((0, -12)), RIDER, look)
    palm(c, (1212, 860), 560, -40)
    return c
