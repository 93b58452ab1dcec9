"""A party: how many people of which rate, the seats they take and the price they pay."""

from collections.abc import Mapping
from dataclasses import dataclass

from resortbook.domain.activity import Activity, PricePer, Rate
from resortbook.domain.errors import InvalidInput, RuleViolated
from resortbook.domain.money import ZERO, Money

MAX_PEOPLE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingLine:
    """One line of a booking's price, frozen when it was computed."""

    code: str
    label: str
    quantity: int
    unit_price: Money

    @property
    def amount(self) -> Money:
        """Quantity times unit price."""
        return self.unit_price * self.quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What a party needs and pays: `party` maps rate codes to people, `seats` is what capacity
    counts.
    """

    party: Mapping[str, int]
    participants: int
    seats: int
    lines: tuple[BookingLine, ...]

    @property
    def total(self) -> Money:
        """The sum of the lines."""
        return sum((line.amount for line in self.lines), ZERO)


def quote(activity: Activity, party: Mapping[str, int] | int) -> Quote:
    """Compute seats and price of a party (people by rate code, or a number of the first rate).

    Raises:
        InvalidInput: an unknown rate, nobody at all, or nobody who takes a seat.
    """
    field = "participants" if isinstance(party, int) else "party"
    wanted = {activity.rates[0].code: party} if isinstance(party, int) else dict(party)
    _check_counts(activity, wanted, field)
    people = {rate.code: wanted[rate.code] for rate in activity.rates if wanted.get(rate.code)}
    seats = seats_for(activity, people)
    if seats < 1:
        raise InvalidInput.on(field, "At least one person must take a seat")
    lines = _lines(activity, people, seats)
    return Quote(party=people, participants=sum(people.values()), seats=seats, lines=lines)


def seats_for(activity: Activity, people: Mapping[str, int]) -> int:
    """Return the seats that these people take: shared by `people_per_seat`, rounded up."""
    seated = sum(people.get(rate.code, 0) for rate in activity.rates if rate.takes_seat)
    return -(-seated // activity.people_per_seat)


def check_rules(activity: Activity, asked: Quote) -> None:
    """Hold a party against the activity's own rules.

    Raises:
        RuleViolated: `max_party`, `min_party` or `min_age`; staff may break them, guests
            may not.
    """
    if activity.max_party is not None and asked.participants > activity.max_party:
        raise RuleViolated(
            f"{activity.name} takes at most {activity.max_party} people in one booking",
            rule="max_party",
            limit=activity.max_party,
        )
    if asked.participants < activity.min_party:
        raise RuleViolated(
            f"{activity.name} takes at least {activity.min_party} people in one booking",
            rule="min_party",
            limit=activity.min_party,
        )
    for code in asked.party:
        rate = activity.rate(code)
        if rate is not None and _is_too_young(rate, activity.min_age):
            raise RuleViolated(
                f"{activity.name} is for ages {activity.min_age} and over",
                rule="min_age",
                limit=activity.min_age,
            )


def _is_too_young(rate: Rate, min_age: int | None) -> bool:
    return min_age is not None and rate.max_age is not None and rate.max_age < min_age


def _check_counts(activity: Activity, wanted: Mapping[str, int], field: str) -> None:
    for code, count in wanted.items():
        if activity.rate(code) is None:
            known = ", ".join(rate.code for rate in activity.rates)
            raise InvalidInput.on(field, f"Unknown rate {code!r}; this activity has: {known}")
        if count < 0:
            raise InvalidInput.on(field, "A number of people cannot be negative")
    total = sum(wanted.values())
    if not 1 <= total <= MAX_PEOPLE:
        raise InvalidInput.on(field, f"A party has 1 to {MAX_PEOPLE} people")


def _lines(
    activity: Activity, people: Mapping[str, int], seats: int
) -> tuple[BookingLine, ...]:
    first = activity.rates[0]
    if activity.price_per is PricePer.PERSON:
        rates = [rate for rate in activity.rates if rate.code in people]
        return tuple(_line(rate, people[rate.code]) for rate in rates)
    return (_line(first, seats if activity.price_per is PricePer.SEAT else 1),)


def _line(rate: Rate, quantity: int) -> BookingLine:
    return BookingLine(
        code=rate.code, label=rate.label, quantity=quantity, unit_price=rate.price
    )
