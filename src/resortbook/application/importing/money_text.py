"""Prices as people write them."""

import re
from decimal import Decimal

from babel.numbers import get_currency_name, get_currency_symbol

from resortbook.application.importing.rows import Unclear
from resortbook.domain.money import ZERO, Money

FREE = ("free", "gratis")
_AMOUNT = re.compile(r"[0-9]+(?:[.,'’ ][0-9]+)*")
_PLAIN = re.compile(r"(?:0|[1-9][0-9]{0,7})(?:[.,]([0-9]{1,2}))?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([.,'’ ])[0-9]{3}(?:\1[0-9]{3})*(?:([.,])[0-9]{1,2})?")
_BLANKS = re.compile(r"[\s\u00a0\u2009\u202f]+")


def read_price(value: object, *, currency: str, said: str = "") -> Money:
    """Return an amount in the resort's currency; `said` is the one that the heading names.

    A last separator with one or two digits after it is the decimal one: `1.250,00`, `80,5`;
    `1.250` is 1250.

    Raises:
        Unclear: anything that could mean something else, or another currency.
    """
    _check_currency(said, currency)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return _from_number(Decimal(value))
    if not isinstance(value, str):
        raise Unclear("not a price")
    text = _BLANKS.sub(" ", value).strip()
    if text.casefold() in FREE:
        return ZERO
    if text.startswith(("-", "−", "(")):
        raise Unclear("a price is not negative")
    before, amount, after = _parted(text)
    for word in (before, after):
        _check_currency(word, currency)
    return _amount(amount)


def read_currency(value: object, *, currency: str) -> str:
    """Return the resort's currency where that is meant. Raises Unclear."""
    _check_currency(str(value).strip(), currency)
    return currency


def _parted(text: str) -> tuple[str, str, str]:
    found = _AMOUNT.search(text)
    if found is None:
        raise Unclear(f"“{text[:40]}” is not a price such as 80.00")
    return text[: found.start()].strip(), found[0], text[found.end() :].strip()


def _amount(text: str) -> Money:
    plain = _PLAIN.fullmatch(text)
    if plain:
        return Money.parse(text.replace(",", "."))
    grouped = _GROUPED.fullmatch(text)
    if grouped is None or grouped[1] == grouped[2]:
        raise Unclear(f"“{text[:40]}” is not clear as a price: write it as 1250.00")
    whole, point, cents = text.rpartition(grouped[2]) if grouped[2] else (text, "", "")
    digits = re.sub(r"[^0-9]", "", whole)
    return _from_number(Decimal(f"{digits}.{cents}" if point else digits))


def _from_number(number: Decimal) -> Money:
    if not number.is_finite() or number < 0:
        raise Unclear("a price is not negative")
    minor = number * 100
    if minor != minor.to_integral_value():
        raise Unclear("a price has at most two decimals")
    try:
        return Money(int(minor))
    except ValueError:
        raise Unclear("this price has too many digits") from None


def _check_currency(word: str, currency: str) -> None:
    if not word or word.upper() == currency or word in _signs(currency):
        return
    name = get_currency_name(currency, locale="en")
    raise Unclear(f"“{word[:20]}” is not the currency: prices here are in {currency} ({name})")


def _signs(currency: str) -> set[str]:
    symbol = get_currency_symbol(currency, locale="en")  # `CA$`, and at home people write `$`
    alone = re.sub("[A-Z]", "", symbol)
    return {symbol, alone, currency[:2] + alone} - {"", currency[:2]}
