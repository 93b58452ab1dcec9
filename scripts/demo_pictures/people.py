"""Stylised people: a pose is where the joints are, a look is what they wear."""

from dataclasses import dataclass

from scripts.demo_pictures.canvas import Canvas
from scripts.demo_pictures.outline import Point

Limb = tuple[Point, Point, Point]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The colours of a person; a silhouette has the same one everywhere."""

    skin: str = "#c98557"
    hair: str = "#2c2040"
    top: str = "#f2716b"
    bottom: str = "#22397a"
    trousers: bool = False
    sleeves: bool = False
    long_hair: bool = False

    @classmethod
    def silhouette(cls, colour: str) -> "Look":
        """Return the look of somebody against the light."""
        return cls(skin=colour, hair=colour, top=colour, bottom=colour)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """Joints of a person about 200 points tall who looks to the right.

    Arms run shoulder, elbow, hand; legs hip, knee, foot; far ones are drawn first.
    """

    head: Point
    neck: Point
    hip: Point
    far_arm: Limb
    near_arm: Limb
    far_leg: Limb
    near_leg: Limb


def person(c: Canvas, pose: Pose, look: Look) -> None:
    """Draw somebody."""
    _arm(c, pose.far_arm, look)
    _leg(c, pose.far_leg, look)
    _leg(c, pose.near_leg, look)
    _torso(c, pose, look)
    _head(c, pose, look)
    _arm(c, pose.near_arm, look)


def _arm(c: Canvas, arm: Limb, look: Look) -> None:
    shoulder, elbow, hand = arm
    c.stroke([shoulder, elbow, hand], [15, 12, 9], look.skin)
    c.dot(hand, 6.5, look.skin)
    sleeve_end = elbow if look.sleeves else _part(shoulder, elbow, 0.45)
    c.stroke([shoulder, sleeve_end], [18, 15], look.top)


def _leg(c: Canvas, leg: Limb, look: Look) -> None:
    hip, knee, foot = leg
    c.stroke([hip, knee, foot], [24, 18, 11], look.skin)
    c.dot(foot, 7, look.skin)
    if look.trousers:
        c.stroke([hip, knee, _part(knee, foot, 0.85)], [27, 21, 16], look.bottom)
    else:
        c.stroke([hip, _part(hip, knee, 0.6)], [27, 24], look.bottom)


def _torso(c: Canvas, pose: Pose, look: Look) -> None:
    neck, hip = pose.neck, pose.hip
    c.stroke([pose.head, neck], [13, 13], look.skin)
    waist = _part(neck, hip, 0.62)
    c.stroke([_part(neck, hip, 0.16), waist, hip], [37, 27, 30], look.top)
    c.stroke([_part(waist, hip, 0.75), hip], [29, 31], look.bottom)


def _head(c: Canvas, pose: Pose, look: Look) -> None:
    x, y = pose.head
    if look.long_hair:
        back = (x - 18, y + 20)
        c.stroke(
            [(x - 6, y - 6), (x - 16, y + 2), back, (x - 20, y + 44)],
            [24, 20, 16, 4],
            look.hair,
        )
    c.oval((x, y), (15, 18), look.skin)
    hair = [
        (x + 15, y - 9),
        (x + 8, y - 20),
        (x - 7, y - 21),
        (x - 17, y - 11),
        (x - 17, y + 3),
    ]
    c.blob([*hair, (x - 12, y + 5), (x - 9, y - 5), (x + 4, y - 9)], look.hair)


def _part(start: Point, end: Point, t: float) -> Point:
    return (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t)
