"""A canvas with smooth shapes, gradients and glows, in a space of 1200 by 800 points."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

from scripts.demo_pictures.outline import Point, Points, along, ribbon, ring, rounded, spline

WIDTH, HEIGHT = 1200, 800
OVERSAMPLING = 3  # shapes are drawn three times as large, so that edges come out smooth

Box = tuple[int, int, int, int]


class Fade(NamedTuple):
    """A gradient over the shape's own box: from the top down, or from left to right."""

    colours: tuple[str, ...]
    sideways: bool = False


Paint = str | Fade


def fade(*colours: str) -> Fade:
    """Return a gradient from the top down."""
    return Fade(colours)


def across(*colours: str) -> Fade:
    """Return a gradient from left to right."""
    return Fade(colours, sideways=True)


def _blank() -> Image.Image:
    return Image.new("RGB", (WIDTH * OVERSAMPLING, HEIGHT * OVERSAMPLING), "#ffffff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """A picture, or a moved, scaled, turned or clipped view of it; later shapes lie on top."""

    image: Image.Image = field(default_factory=_blank)
    matrix: tuple[float, float, float, float] = (OVERSAMPLING, 0.0, 0.0, OVERSAMPLING)
    origin: Point = (0.0, 0.0)
    clip: Image.Image | None = None

    @property
    def scale(self) -> float:
        """Pixels of the large image for one point of this view."""
        a, b, c, d = self.matrix
        return math.sqrt(abs(a * d - b * c))

    def at(
        self, where: Point, *, scale: float = 1, angle: float = 0, flip: bool = False
    ) -> "Canvas":
        """Return a view whose (0, 0) lies at `where`; angles in degrees, clockwise."""
        cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        mirror = -scale if flip else scale
        p, q, r, s = cosine * mirror, -sine * scale, sine * mirror, cosine * scale
        a, b, c, d = self.matrix
        matrix = (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s)
        return replace(self, matrix=matrix, origin=self._place(where))

    def inside(self, outline: Points) -> "Canvas":
        """Return a view that paints only within a closed outline."""
        mask = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(mask).polygon([self._place(point) for point in outline], fill=255)
        if self.clip is not None:
            mask = ImageChops.multiply(mask, self.clip)
        return replace(self, clip=mask)

    def shape(self, outline: Points, paint: Paint, *, blur: float = 0) -> None:
        """Fill a closed outline of straight lines; `blur` in points softens its edge."""
        self._fill([[self._place(point) for point in outline]], paint, blur)

    def blob(self, points: Points, paint: Paint, *, blur: float = 0) -> None:
        """Fill a smooth closed outline through `points`."""
        self.shape(spline(points, closed=True), paint, blur=blur)

    def oval(self, centre: Point, radii: Point, paint: Paint, *, blur: float = 0) -> None:
        """Fill an oval with the given half width and half height."""
        self.shape(ring(centre, radii), paint, blur=blur)

    def dot(self, centre: Point, radius: float, paint: Paint) -> None:
        """Fill a circle."""
        self.oval(centre, (radius, radius), paint)

    def box(self, corner: Point, size: Point, paint: Paint, *, radius: float = 0) -> None:
        """Fill an upright rectangle with rounded corners; `corner` is its left upper one."""
        self.shape(rounded(corner, size, radius), paint)

    def stroke(self, points: Points, widths: float | Sequence[float], paint: Paint) -> None:
        """Draw a smooth line with round ends; `widths` are spread evenly along it."""
        stops = [widths, widths] if isinstance(widths, int | float) else list(widths)
        curve = [self._place(point) for point in spline(points)]
        last = len(curve) - 1
        radii = [along(stops, n / last) * self.scale / 2 for n in range(len(curve))]
        self._fill(ribbon(curve, radii), paint, 0)

    def glow(self, centre: Point, radius: float, colour: str, *, strength: float = 1) -> None:
        """Add a soft round light that fades to nothing at `radius`."""
        x, y = self._place(centre)
        reach = radius * self.scale
        box = (int(x - reach), int(y - reach), int(x + reach), int(y + reach))
        visible = self._within(box)
        if visible is None:
            return
        disc = Image.radial_gradient("L").resize((box[2] - box[0], box[3] - box[1]))
        light = disc.point([_light(v, strength) for v in range(256)])
        left, top = box[0], box[1]
        part = (visible[0] - left, visible[1] - top, visible[2] - left, visible[3] - top)
        self._lay(light.crop(part), visible, colour)

    def finish(self) -> Image.Image:
        """Return the picture in its final size."""
        return self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)

    def _place(self, point: Point) -> Point:
        a, b, c, d = self.matrix
        x, y = point
        return (self.origin[0] + a * x + b * y, self.origin[1] + c * x + d * y)

    def _fill(self, outlines: list[list[Point]], paint: Paint, blur: float) -> None:
        margin = 2 + 3 * blur * self.scale
        xs = [x for outline in outlines for x, _ in outline]
        ys = [y for outline in outlines for _, y in outline]
        left, top = int(min(xs) - margin), int(min(ys) - margin)
        visible = self._within((left, top, int(max(xs) + margin), int(max(ys) + margin)))
        if visible is None:
            return
        left, top = visible[0], visible[1]
        mask = Image.new("L", (visible[2] - left, visible[3] - top), 0)
        draw = ImageDraw.Draw(mask)
        for outline in outlines:
            draw.polygon([(x - left, y - top) for x, y in outline], fill=255)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * self.scale))
        self._lay(mask, visible, paint)

    def _within(self, box: Box) -> Box | None:
        width, height = self.image.size
        left, top = max(box[0], 0), max(box[1], 0)
        right, bottom = min(box[2], width), min(box[3], height)
        return (left, top, right, bottom) if left < right and top < bottom else None

    def _lay(self, mask: Image.Image, box: Box, paint: Paint) -> None:
        layer = _painted(paint, mask.size)
        alpha = ImageChops.multiply(layer.getchannel("A"), mask)
        if self.clip is not None:
            alpha = ImageChops.multiply(alpha, self.clip.crop(box))
        self.image.paste(layer.convert("RGB"), box, alpha)


def _light(distance: int, strength: float) -> int:
    # Pillow's radial gradient reaches 255 in the corners, so 180 in the middle of an edge.
    brightness: float = max(0.0, 1 - distance / 180) ** 1.8
    return round(255 * strength * brightness)


def _painted(paint: Paint, size: tuple[int, int]) -> Image.Image:
    if isinstance(paint, str):
        return Image.new("RGBA", size, paint)
    stops = [ImageColor.getcolor(colour, "RGBA") for colour in paint.colours]
    length = size[0] if paint.sideways else size[1]
    strip = Image.new("RGBA", (length, 1) if paint.sideways else (1, length))
    for step in range(length):
        t = step / max(length - 1, 1)
        mixed = tuple(round(along(channel, t)) for channel in zip(*stops, strict=True))
        strip.putpixel((step, 0) if paint.sideways else (0, step), mixed)
    return strip.resize(size)
