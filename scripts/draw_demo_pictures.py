"""Draw the pictures of the demo's activities: `python -m scripts.draw_demo_pictures [NAME…]`.

Without names all of them are drawn. The same code draws the same pictures, whenever it runs.
"""

import io
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from scripts.demo_pictures import (
    dining,
    evenings,
    fiesta,
    inland,
    jet_skis,
    kids,
    paddles,
    sails,
    spa,
    sports,
    under_water,
    wellness,
)
from scripts.demo_pictures.canvas import Canvas

FOLDER = Path(__file__).resolve().parents[1] / "src/resortbook/demo/pictures"
MOST_BYTES = 50_000  # what a phone on the beach loads without waiting

PICTURES: dict[str, Callable[[], Canvas]] = {
    "jet-skiing-1": jet_skis.at_speed,
    "jet-skiing-2": jet_skis.two_up,
    "jet-skiing-3": jet_skis.from_above,
    "parasailing-1": sails.over_the_bay,
    "parasailing-2": sails.above_the_sunset,
    "snorkeling-tour-1": under_water.snorkellers,
    "snorkeling-tour-2": under_water.turtle_at_the_reef,
    "lagoon-kayaking-1": paddles.kayaks,
    "paddleboard-lesson-1": paddles.paddleboard,
    "first-scuba-dive-1": under_water.diver,
    "sunset-catamaran-cruise-1": sails.catamaran,
    "private-yacht-charter-1": sails.yacht,
    "chichen-itza-at-dawn-1": inland.pyramid,
    "cenote-azul-swim-1": inland.cenote,
    "flamingo-lagoon-walk-1": inland.flamingos,
    "stargazing-night-1": evenings.stargazing,
    "chefs-table-at-la-cazuela-1": dining.chefs_table,
    "baja-wine-evening-1": dining.wine_tasting,
    "ceviche-kitchen-1": dining.cooking_class,
    "beach-barbecue-with-mariachi-1": evenings.barbecue,
    "moonlight-dinner-for-two-1": evenings.moonlight_dinner,
    "warm-stone-massage-1": spa.hot_stones,
    "massage-for-two-1": spa.couples_massage,
    "cacao-and-honey-body-ritual-1": spa.cacao_ritual,
    "sunrise-yoga-1": wellness.sunrise_yoga,
    "sound-bath-1": wellness.sound_bath,
    "temazcal-ceremony-1": wellness.temazcal,
    "little-pirates-1": kids.treasure,
    "pinata-workshop-1": kids.pinata,
    "tennis-coaching-1": sports.tennis,
    "padel-court-1": sports.padel,
    "beach-horse-ride-1": sports.horse_ride,
    "salsa-on-the-terrace-1": fiesta.salsa,
    "talavera-tile-painting-1": fiesta.tiles,
}


def encoded(picture: Image.Image) -> bytes:
    """Return the picture as WebP, in the best quality that fits into MOST_BYTES."""
    for quality in range(84, 20, -4):
        stream = io.BytesIO()
        picture.save(stream, "WEBP", quality=quality, method=6)
        if stream.tell() <= MOST_BYTES:
            break
    return stream.getvalue()


def main(wanted: list[str]) -> int:
    """Draw the wanted pictures, or all; status 2 where one of the names is unknown."""
    unknown = [name for name in wanted if name not in PICTURES]
    if unknown:
        print(f"No such picture: {', '.join(unknown)}. There are: {', '.join(PICTURES)}")
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in wanted or PICTURES:
        content = encoded(PICTURES[name]().finish())
        (FOLDER / f"{name}.webp").write_bytes(content)
        print(f"{name}.webp  {len(content):>6} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
