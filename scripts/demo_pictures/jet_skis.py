"""Jet skis, on the way in three lights."""

import math
import random
from dataclasses import replace

from scripts.demo_pictures.canvas import Canvas, across, fade
from scripts.demo_pictures.outline import Point
from scripts.demo_pictures.people import Look, Pose, person
from scripts.demo_pictures.scenery import (
    cloud,
    glitter,
    gulls,
    hills,
    palm,
    sea,
    sky,
    sun,
    swell,
)

RIDER = Pose(
    head=(2, -176),
    neck=(-10, -150),
    hip=(-52, -74),
    far_arm=((-6, -140), (16, -112), (48, -112)),
    near_arm=((-14, -142), (6, -106), (42, -110)),
    far_leg=((-50, -74), (10, -70), (2, -26)),
    near_leg=((-52, -72), (4, -62), (-8, -20)),
)
PILLION = Pose(
    head=(-68, -172),
    neck=(-76, -146),
    hip=(-106, -72),
    far_arm=((-72, -138), (-50, -108), (-28, -112)),
    near_arm=((-80, -138), (-58, -102), (-26, -106)),
    far_leg=((-104, -72), (-48, -64), (-54, -26)),
    near_leg=((-106, -70), (-50, -56), (-62, -20)),
)


def jet_ski(c: Canvas, *, colour: str, shade: str) -> None:
    """Draw a jet ski that heads to the right; (0, 0) is on its waterline."""
    hull = [(-160, -30), (-158, 4), (-100, 24), (40, 24), (120, 4), (182, -40), (60, -32)]
    c.blob(hull, fade("#fff7ea", "#e3d3da", "#b9a9c4"))
    body = [(-160, -30), (-140, -52), (-40, -54), (8, -52), (36, -84), (70, -94), (112, -70)]
    c.blob([*body, (176, -40), (110, -22), (-60, -22)], fade(colour, shade))
    c.blob([(60, -84), (92, -80), (134, -52), (100, -48), (74, -58)], "#ffffff55")
    c.stroke([(-140, -34), (0, -30), (110, -34), (168, -42)], [3, 6, 5, 2], "#fff7ea")
    c.stroke([(-138, -58), (-70, -62), (-10, -56)], [18, 22, 18], "#2a2350")
    c.stroke([(62, -90), (48, -112)], [9, 7], "#2a2350")
    c.stroke([(36, -112), (58, -116)], 9, "#2a2350")


def spray(c: Canvas, where: Point, size: Point, seed: int = 1) -> None:
    """Throw up drops and foam; they fly to the left, `size` wide and high."""
    chance = random.Random(seed)
    x, y = where
    width, height = size
    for layer, colour in enumerate(("#ffffff4d", "#ffffff80", "#ffffffd9")):
        part = 1 - layer * 0.24
        crest = [(x, y), (x - width * 0.25 * part, y - height * 0.62 * part)]
        crest += [
            (x - width * 0.6 * part, y - height * part),
            (x - width * part, y - height * 0.6 * part),
        ]
        c.blob(
            [*crest, (x - width * 0.8 * part, y - height * 0.1), (x - width * 0.3, y + 8)],
            colour,
        )
    for _ in range(70):
        t = chance.random()
        arc = math.sin(math.pi * (0.2 + 0.62 * t)) * height * chance.uniform(0.7, 1.45)
        spot = (x - width * t * 1.15, y - arc)
        c.dot(spot, chance.uniform(1.5, 6.5), "#ffffffcc")


def _boat(c: Canvas, where: Point, scale: float, colours: tuple[str, str]) -> Canvas:
    view = c.at(where, scale=scale, angle=-7)
    spray(view, (-120, 24), (300, 170), seed=4)
    jet_ski(view, colour=colours[0], shade=colours[1])
    spray(view, (128, 26), (110, 34), seed=9)
    return view


def _bow_wave(c: Canvas) -> None:
    c.blob([(-190, 30), (-60, 18), (90, 22), (150, 12), (120, 40), (-120, 48)], "#ffffffc0")


def at_speed() -> Canvas:
    """A rider in full sun, spray behind."""
    c = Canvas()
    sky(c, "day", 400)
    cloud(c, (240, 150), 1.3, "#ffffff99")
    cloud(c, (960, 210), 1.0, "#ffffff80")
    hills(c, 402, 90, fade("#3f8f8a", "#63b39f"), seed=2)
    sea(c, "day", 400)
    palm(c, (1085, 404), 150, -22, dark=False)
    palm(c, (1128, 404), 120, 20, dark=False)
    swell(c, 520, fade("#2aa7b3", "#138197"), height=14)
    view = _boat(c, (600, 590), 1.75, ("#f2716b", "#c4455d"))
    person(view, RIDER, Look(top="#ffd06b", bottom="#22397a"))
    view.stroke([(-20, -124), (-44, -92)], 30, "#ffb347")
    _bow_wave(view)
    swell(c, 665, fade("#1690a3", "#0d5f80"), height=16, phase=2)
    swell(c, 730, fade("#0f7590", "#0a4d6e"), height=12, phase=4)
    return c


def two_up() -> Canvas:
    """Two riders against the setting sun."""
    c = Canvas()
    sky(c, "sunset", 460)
    sun(c, (560, 410), 96)
    cloud(c, (950, 190), 1.4, "#ffcf9a55")
    cloud(c, (190, 250), 1.1, "#ffcf9a44")
    gulls(c, (880, 330))
    sea(c, "sunset", 460)
    glitter(c, 560, 460)
    swell(c, 560, fade("#b25a83aa", "#5b3c7a"), height=12, phase=1)
    shaded = Look.silhouette("#2a2250")
    view = _boat(c, (610, 640), 1.55, ("#352a63", "#241d4a"))
    person(view, PILLION, replace(shaded, top="#7d3f86", long_hair=True))
    person(view, RIDER, replace(shaded, top="#c4455d"))
    _bow_wave(view)
    swell(c, 705, fade("#4c3a78", "#272a5c"), height=14, phase=3)
    return c


def from_above() -> Canvas:
    """Three jet skis that draw their lines over the reef, seen by a gull."""
    c = Canvas()
    c.box((-10, -10), (1220, 820), fade("#2fb5b8", "#1693a8", "#0f7391"))
    chance = random.Random(6)
    for colour, shift in (("#7fdcc9", 0), ("#d8f5ec", 66), ("#f3dfae", 84), ("#f9ebc8", 150)):
        shore = [(700, -60), (770, 130), (930, 230), (1010, 400), (1130, 520), (1300, 560)]
        c.blob([*((x + shift, y - shift * 0.35) for x, y in shore), (1500, -60)], colour)
    for spot, size in (((1090, 90), 1.1), ((1150, 250), 0.9), ((980, 50), 0.8)):
        _palm_from_above(c.at(spot, scale=size))
    for _ in range(26):
        shoal = (chance.uniform(0, 700), chance.uniform(0, 800))
        c.oval(shoal, (chance.uniform(20, 70), chance.uniform(10, 26)), "#0d5f8038", blur=4)
    wakes = (
        ([(-60, 700), (180, 640), (330, 470), (560, 410)], ("#f2716b", "#ffd06b"), -14),
        ([(120, 860), (380, 760), (560, 640), (800, 610)], ("#fff3d0", "#f2716b"), -6),
        ([(-60, 330), (140, 330), (280, 240), (460, 130)], ("#ffb347", "#22397a"), -32),
    )
    for path, (colour, suit), angle in wakes:
        c.stroke(path, [96, 60, 14], "#ffffff2a")
        c.stroke(path, [54, 34, 12], "#ffffff4d")
        c.stroke(path, [20, 14, 10], "#ffffffb0")
        _seen_from_above(c.at(path[-1], angle=angle, scale=1.25), colour, suit)
    return c


def _seen_from_above(c: Canvas, colour: str, suit: str) -> None:
    c.blob([(-56, 8), (-40, 30), (40, 30), (96, 8), (40, -8), (-40, -8)], "#0a4d6e55", blur=5)
    c.blob([(-58, -16), (-62, 0), (-58, 16), (20, 22), (84, 0), (20, -22)], "#fff7ea")
    c.blob([(-50, -11), (-50, 11), (18, 15), (72, 0), (18, -15)], across(colour, colour))
    c.stroke([(-36, 0), (4, 0)], 14, "#2a2350")
    c.stroke([(20, -20), (26, 0), (20, 20)], 5, "#2a2350")
    for side in (1, -1):
        c.stroke([(-10, 10 * side), (8, 18 * side), (22, 17 * side)], [9, 8, 7], "#c98557")
    c.oval((-10, 0), (12, 17), suit)
    c.dot((0, 0), 10, "#2c2040")


def _palm_from_above(c: Canvas) -> None:
    for turn in range(9):
        c.at((12, 14), angle=turn * 40 + 8).blob(
            [(0, 0), (40, -9), (78, 4), (38, 9)], "#c9a06a88"
        )
    for turn in range(9):
        leaf = c.at((0, 0), angle=turn * 40)
        leaf.blob([(0, 0), (40, -11), (80, 3), (38, 10)], "#2b9070" if turn % 2 else "#17685b")
        leaf.stroke([(0, 0), (66, 0)], [4, 1], "#ffffff33")
