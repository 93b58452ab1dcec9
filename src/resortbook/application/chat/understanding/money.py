"""What a guest wants to spend."""

from dataclasses import dataclass
from decimal import Decimal

from resortbook.application.chat.understanding.items import (
    Items,
    items_of,
    sense,
    skip,
    word_at,
)
from resortbook.application.chat.understanding.language import language_of
from resortbook.application.chat.understanding.time_words import Kind
from resortbook.application.chat.understanding.tokens import Span
from resortbook.application.chat.understanding.vocabulary import words_in

_CURRENCIES = {
    "USD": "$ usd dollar dollars bucks buck dolares dolar",
    "EUR": "€ eur euro euros",
    "GBP": "£ gbp quid pounds",
    "MXN": "mxn peso pesos",
}
_CODES = {word: code for code, row in _CURRENCIES.items() for word in row.split()}
_CHEAP = words_in(
    "cheap cheaper cheapest inexpensive affordable budget barato barata baratos baratas "
    "economico economica cher chere gunstig gunstige gunstiges billig billige preiswert "
    "free gratis"
)
_DEAR = words_in(
    "expensive luxury luxurious premium fancy upscale exclusive lujo lujoso luxe luxus caro"
)
_SPENDING = words_in(
    "budget spend presupuesto gastar depenser ausgeben cost costs price precio prix preis pay "
    "pagar payer"
)
_AGED = words_in(
    "kid kids child children girl girls boy boys age ages aged year years yo old anyone "
    "anybody person people adult adults"
)
LEAST_PRICE = 15
"""A smaller number after `under` is an age sooner than a price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Bounds of a price as they were told, in the currency that was told, if any."""

    least: Decimal | None = None
    most: Decimal | None = None
    currency: str | None = None
    cheap: bool = False
    dear: bool = False
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sum:
    amount: Decimal
    currency: str | None
    first: int
    last: int


def read_budget(text: str) -> Budget | None:
    """Return the budget that the text names, None where it names none.

    A number is money only with a currency, or after words like `budget` and `max`.
    """
    items = items_of(text, language_of(text))
    sums = _sums(items)
    words = {item.word for item in items}
    cheap, dear = bool(words & _CHEAP), bool(words & _DEAR)
    if word_at(items, 0) and _refuses(items, _DEAR):
        cheap, dear = True, False
    if sums:
        cheap = bool((words - {"budget", "cheaper"}) & _CHEAP)
    if not sums:
        return Budget(cheap=cheap, dear=dear) if cheap or dear else None
    least, most = _bounds(items, sums)
    return Budget(
        least=least,
        most=most,
        currency=next((one.currency for one in sums if one.currency), None),
        cheap=cheap,
        dear=dear,
        spans=tuple((items[one.first].start, items[one.last - 1].end) for one in sums),
    )


def _refuses(items: Items, words: frozenset[str]) -> bool:
    """Whether one of the words is said with `not` or `too`: `not too expensive`."""
    return any(
        item.word in words
        and {word_at(items, i) for i in range(max(0, place - 3), place)}
        & {"not", "too", "less", "no", "pas", "nicht", "least", "menos", "moins"}
        for place, item in enumerate(items)
    )


def _sums(items: Items) -> list[_Sum]:
    found: list[_Sum] = []
    place = 0
    while place < len(items):
        one = _sum_at(items, place) or _range_end(items, place, found)
        if one is not None:
            found.append(one)
        place = one.last if one is not None else place + 1
    return found


def _sum_at(items: Items, place: int) -> _Sum | None:
    sign = _CODES.get(word_at(items, place))
    start = place + (sign is not None)
    number = sense(items, start, Kind.NUMBER)
    if number is None or word_at(items, start) in {"a", "an"}:
        return None
    amount, last = _with_cents(items, start, number)
    after = _CODES.get(word_at(items, last))
    if after is not None:
        last += 1
    currency = sign or after
    told = _is_told(items, place) and _stands_free(items, last)
    if currency is None and not (told or _begins_range(items, last)):
        return None
    return _Sum(amount=amount, currency=currency, first=place, last=last)


def _range_end(items: Items, place: int, found: list[_Sum]) -> _Sum | None:
    """Read the 60 of `$30-60`."""
    number = sense(items, place, Kind.NUMBER)
    if number is None or not found or found[-1].last != place - 1:
        return None
    if word_at(items, place - 1) not in {"-", "–", "to"} or not _stands_free(items, place + 1):
        return None
    return _Sum(
        amount=Decimal(number), currency=found[-1].currency, first=place, last=place + 1
    )


def _with_cents(items: Items, place: int, number: int) -> tuple[Decimal, int]:
    mark, cents = word_at(items, place + 1), sense(items, place + 2, Kind.NUMBER)
    glued = place + 2 < len(items) and items[place + 1].glued and items[place + 2].glued
    if mark in {".", ","} and cents is not None and glued:
        digits = items[place + 2].digits
        if digits in {1, 2}:
            return Decimal(f"{number}.{items[place + 2].word}"), place + 3
        if digits == 3:
            return Decimal(number * 1000 + cents), place + 3
    return Decimal(number), place + 1


def _begins_range(items: Items, place: int) -> bool:
    """Whether money follows after `to` or `-`: the 50 of `50 to 100 dollars`."""
    if word_at(items, place) not in {"-", "–", "to", "and", "y", "et", "und", "a", "bis"}:
        return False
    number = sense(items, place + 1, Kind.NUMBER)
    return number is not None and _CODES.get(word_at(items, place + 2)) is not None


def _is_told(items: Items, place: int) -> bool:
    """Whether words before a plain number make it money: `budget of 100`, `max 80`."""
    near = {word_at(items, i) for i in range(max(0, place - 4), place)}
    before = word_at(items, place - 1)
    is_most = before in {"max", "maximum", "maximo", "maxi", "maximal"}
    return bool(near & _SPENDING) or is_most or _is_limit(items, place, near)


def _is_limit(items: Items, place: int, near: set[str]) -> bool:
    """Whether a plain number is what something costs at most: `under 50`, but no age."""
    number = sense(items, place, Kind.NUMBER) or 0
    has_word = word_at(items, place - 1) in {"under", "below"}
    after = {word_at(items, place + 1), word_at(items, place + 2)}
    return has_word and number >= LEAST_PRICE and not (near | after) & _AGED


def _stands_free(items: Items, place: int) -> bool:
    kinds = (Kind.HALF_OF_DAY, Kind.HOUR_MARK, Kind.MINUTE_UNIT, Kind.DAY_UNIT)
    return not any(sense(items, place, kind) is not None for kind in kinds) and (
        word_at(items, place)
        not in {":", "people", "persons", "personas", "personnes", "personen"}
    )


def _bounds(items: Items, sums: list[_Sum]) -> tuple[Decimal | None, Decimal | None]:
    if len(sums) > 1 and _is_range(items, sums[0], sums[1]):
        low, high = sorted((sums[0].amount, sums[1].amount))
        return low, high
    one = sums[-1]
    near = {word for i in range(max(0, one.first - 4), one.first) for word in _split(items, i)}
    after = {word_at(items, one.last), word_at(items, one.last + 1)}
    if near & {"least", "minimum", "above", "mindestens", "minimo"} or (
        "over" in near and not near & {"not", "no"}
    ):
        return one.amount, None
    if {"more", "mas", "plus", "mehr"} & near and {"than", "de", "que", "als"} & near:
        return (
            (None, one.amount) if near & {"no", "not", "pas", "nicht"} else (one.amount, None)
        )
    if "+" in after or {"minimum", "min"} & after:
        return one.amount, None
    return None, one.amount


def _split(items: Items, place: int) -> list[str]:
    return word_at(items, place).split()


def _is_range(items: Items, one: _Sum, other: _Sum) -> bool:
    between = {word_at(items, i) for i in range(one.last, other.first)}
    return skip(items, one.last, Kind.AND) > one.last or bool(
        between & {"-", "–", "to", "a", "y", "et", "und", "bis", "and"}
    )
