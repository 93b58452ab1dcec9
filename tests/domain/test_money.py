import pytest

from resortbook.domain.money import Money


@pytest.mark.parametrize(
    ("text", "minor"),
    [("80", 8000), ("80.5", 8050), ("80.05", 8005), ("0", 0), ("-3.10", -310)],
)
def test_a_plain_decimal_is_read_exactly(text, minor):
    assert Money.parse(text) == Money(minor)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1e3",
        "80.555",
        "NaN",
        "Infinity",
        "80,5",
        "8_0",
        "\uff18\uff10",
        " 80",
        "123456789",
        ".",
    ],
)
def test_anything_but_a_plain_decimal_is_refused(text):
    with pytest.raises(ValueError, match="money"):
        Money.parse(text)


def test_an_amount_is_written_with_two_places():
    assert [str(Money(minor)) for minor in (8000, 5, 0, -310)] == [
        "80.00",
        "0.05",
        "0.00",
        "-3.10",
    ]


def test_amounts_add_up_and_multiply():
    assert Money(8000) * 2 + Money(50) == Money(16050)


def test_more_than_ten_digits_are_refused():
    with pytest.raises(ValueError, match="too many digits"):
        Money(9_999_999_999) + Money(1)
