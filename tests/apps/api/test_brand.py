"""A resort's own colours: words on them can be read, whatever they are."""

import re

import pytest

from resortbook_api.brand import NIGHT, SAND, contrast, readable, stylesheet

COLORS = ["#000000", "#ffffff", "#ffcc00", "#0b6e75", "#e91e63", "#7f7f7f", "#00ff00"]


@pytest.mark.parametrize("color", COLORS)
def test_words_in_any_colour_can_be_read(color: str):
    day, dark = (
        dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6});", rules))
        for rules in stylesheet(main=color, accent=color).splitlines()
    )

    for name in ("lagoon", "lagoon-deep", "coral", "coral-deep"):
        assert contrast(day[name], SAND) >= 4.5
        assert contrast(dark[name], NIGHT) >= 4.5
    for rules in (day, dark):
        assert contrast(rules["lagoon-deep"], rules["lagoon-tint"]) >= 4.5
        assert contrast(rules["coral-deep"], rules["coral-tint"]) >= 4.5
        assert contrast(rules["deep"], SAND) >= 7


def test_a_colour_that_can_be_read_stays_as_it_is():
    assert readable("#0b6e75", on=SAND, least=4.5) == "#0b6e75"


def test_black_on_white_has_the_most_contrast_there_is():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
