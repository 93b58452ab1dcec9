"""How a moved clock is written."""

from datetime import timedelta

import pytest

from resortbook.domain.clock_offset import clock_offset_text, parse_clock_offset


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("+90m", timedelta(minutes=90)),
        ("-2h", timedelta(hours=-2)),
        ("+30d\n", timedelta(days=30)),
        (" -5s ", timedelta(seconds=-5)),
        ("+0s", timedelta(0)),
        ("", timedelta(0)),
        ("\n", timedelta(0)),
    ],
)
def test_an_offset_is_a_sign_a_whole_number_and_a_unit(text, offset):
    assert parse_clock_offset(text) == offset


@pytest.mark.parametrize(
    "text", ["90m", "+m", "+1.5h", "+1w", "+1H", "+ 1h", "+1h-1m", "+1h\n+2h", "+１h", "now"]
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError, match="clock offset"):
        parse_clock_offset(text)


@pytest.mark.parametrize("text", ["+36501d", "-9999999999h", "+99999999999s"])
def test_an_offset_that_leaves_the_calendar_is_refused(text):
    with pytest.raises(ValueError, match="clock offset"):
        parse_clock_offset(text)


@pytest.mark.parametrize("text", ["+0s", "+90m", "-2h", "+30d", "+25h", "-61s", "+1d", "+1m"])
def test_an_offset_is_written_in_its_largest_exact_unit(text):
    assert clock_offset_text(parse_clock_offset(text)) == text


def test_sixty_minutes_are_an_hour():
    assert clock_offset_text(timedelta(minutes=60)) == "+1h"
    assert clock_offset_text(timedelta(hours=-48)) == "-2d"
