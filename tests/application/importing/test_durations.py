import pytest

from resortbook.application.importing.durations import read_minutes
from resortbook.application.importing.rows import Unclear


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("90", 90),
        ("90 min", 90),
        ("90min.", 90),
        ("1h30", 90),
        ("1h 30 min", 90),
        ("1 hour 30", 90),
        ("1:30", 90),
        ("01:30:00", 90),
        ("1:00", 60),
        ("3 h", 180),
        ("3H", 180),
        ("1.5 h", 90),
        ("1,25 hours", 75),
        ("150 min", 150),
        (90, 90),
    ],
)
def test_a_duration_is_read_as_people_write_it(written, minutes):
    assert read_minutes(written) == minutes


@pytest.mark.parametrize(
    "written",
    [
        "full day",
        "half day",
        "4 days",
        "1.5",
        "2-3 h",
        "1h75",
        "1:75",
        "",
        "-30",
        "about 2 h",
        "1.33 h",
        "９０",
        True,
        None,
        1.5,
    ],
)
def test_a_duration_that_is_not_clear_is_not_guessed(written):
    with pytest.raises(Unclear):
        read_minutes(written)


@pytest.mark.parametrize(
    ("written", "minutes"), [("2", 120), ("1.5", 90), ("45 min", 45), (2, 120)]
)
def test_a_bare_number_under_a_heading_of_hours_is_hours(written, minutes):
    assert read_minutes(written, unit="h") == minutes
