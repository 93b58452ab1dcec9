"""What a guest wants to spend."""

from decimal import Decimal

import pytest

from resortbook.application.chat.understanding.money import read_budget


@pytest.mark.parametrize(
    ("text", "least", "most", "currency"),
    [
        ("under $50", None, "50", "USD"),
        ("max 100 euros", None, "100", "EUR"),
        ("budget of 200", None, "200", None),
        ("less than 80,50 €", None, "80.50", "EUR"),
        ("no more than 75$", None, "75", "USD"),
        ("between 50 and 100 dollars", "50", "100", "USD"),
        ("$30-60", "30", "60", "USD"),
        ("at least 100 usd", "100", None, "USD"),
        ("más de 50 dólares", "50", None, "USD"),
        ("moins de 40€", None, "40", "EUR"),
        ("unter 60 Euro", None, "60", "EUR"),
        ("up to 1,200 dollars", None, "1200", "USD"),
    ],
)
def test_sums_are_bounds(text, least, most, currency):
    budget = read_budget(text)

    assert budget is not None
    assert budget.least == (Decimal(least) if least else None)
    assert budget.most == (Decimal(most) if most else None)
    assert budget.currency == currency


@pytest.mark.parametrize(
    ("text", "cheap", "dear"),
    [
        ("something cheap", True, False),
        ("not too expensive", True, False),
        ("algo barato", True, False),
        ("pas cher", True, False),
        ("etwas günstiges", True, False),
        ("something luxurious", False, True),
    ],
)
def test_cheap_and_dear_are_told(text, cheap, dear):
    budget = read_budget(text)

    assert budget is not None
    assert (budget.cheap, budget.dear) == (cheap, dear)


@pytest.mark.parametrize("text", ["at 5pm for 4", "2-4 people", "room 100", "hello", ""])
def test_other_numbers_are_no_budget(text):
    budget = read_budget(text)

    assert budget is None
