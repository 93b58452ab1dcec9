from decimal import Decimal

import pytest

from resortbook.application.importing.money_text import read_currency, read_price
from resortbook.application.importing.rows import Unclear


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("80", "80.00"),
        ("80.5", "80.50"),
        ("80,5", "80.50"),
        ("80.00", "80.00"),
        ("1.250", "1250.00"),
        ("1,250", "1250.00"),
        ("1.250,00", "1250.00"),
        ("1,250.00", "1250.00"),
        ("1.095,5", "1095.50"),
        ("1 250,00", "1250.00"),
        ("1\u202f250,00", "1250.00"),
        ("1'250.00", "1250.00"),
        ("1.234.567", "1234567.00"),
        ("1,234,567.89", "1234567.89"),
        ("$120.00", "120.00"),
        ("120 $", "120.00"),
        ("USD 120", "120.00"),
        ("120.00 usd", "120.00"),
        ("US$ 120", "120.00"),
        ("free", "0.00"),
        ("Free", "0.00"),
        ("0", "0.00"),
        (80, "80.00"),
        (Decimal("80.5"), "80.50"),
        (Decimal("80.500"), "80.50"),
    ],
)
def test_a_price_is_read_as_people_write_it(written, meant):
    assert str(read_price(written, currency="USD")) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "on request",
        "-80",
        "(80)",
        "€80",
        "80 EUR",
        "80 MXN",
        "1.2500",
        "1.250.00",
        "1.250,000",
        "0.125",
        "01.250",
        "12.34.56",
        "80-90",
        "80/person",
        "80.",
        ".5",
        "1,5 00",
        "999999999",
        "80 80",
        True,
        None,
        Decimal("80.555"),
        Decimal("-1"),
        Decimal("1e30"),
        ["80"],
    ],
)
def test_a_price_that_could_mean_something_else_is_not_guessed(written):
    with pytest.raises(Unclear):
        read_price(written, currency="USD")


def test_the_heading_may_say_the_currency_and_must_mean_the_resorts():
    assert str(read_price("80", currency="USD", said="usd")) == "80.00"

    with pytest.raises(Unclear, match="USD"):
        read_price("80", currency="USD", said="EUR")


@pytest.mark.parametrize(
    ("currency", "sign"), [("EUR", "€"), ("GBP", "£"), ("MXN", "$"), ("MXN", "MX$")]
)
def test_each_resort_has_its_own_sign(currency, sign):
    assert str(read_price(f"{sign}80", currency=currency)) == "80.00"
    assert read_currency(sign, currency=currency) == currency
