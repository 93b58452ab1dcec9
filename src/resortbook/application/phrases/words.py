"""Days, times, money and people as a guest reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_time
from babel.numbers import format_currency

from resortbook.application.phrases.plain import plain
from resortbook.domain.booking import Booking
from resortbook.domain.money import Money
from resortbook.domain.party import BookingLine

RATE = 40
PARTY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How a resort writes: its zone and its locale (such as `en_US`)."""

    zone: ZoneInfo
    locale: str

    def moment(self, at: datetime) -> str:
        """Write a day and a time: `Friday, October 16 at 2:00 PM`."""
        return format_datetime(
            at, "EEEE, MMMM d 'at' h:mm a", tzinfo=self.zone, locale=self.locale
        )

    def time(self, at: datetime) -> str:
        """Write a time of the day: `2:00 PM`."""
        return format_time(at, "h:mm a", tzinfo=self.zone, locale=self.locale)

    def day(self, day: date) -> str:
        """Write a day: `Friday, October 16`."""
        return format_date(day, "EEEE, MMMM d", locale=self.locale)

    def short_day(self, day: date) -> str:
        """Write a day where there is little room: `Fri, Oct 16`."""
        return format_date(day, "EEE, MMM d", locale=self.locale)

    def local_day(self, at: datetime) -> date:
        """Return the resort's day of a moment."""
        return at.astimezone(self.zone).date()

    def money(self, amount: Money, currency: str) -> str:
        """Write an amount: `$80.00`, or `free`."""
        if not amount.minor:
            return "free"
        return format_currency(amount.decimal, currency, locale=self.locale)

    def total(self, booking: Booking) -> str:
        """Write what a booking costs: `$160.00`, or `free`."""
        return self.money(booking.total_price, booking.currency)

    def people(self, booking: Booking) -> str:
        """Write a party: `2 people`, or `2 × Adult, 1 × Child` where rates tell them apart."""
        return self.people_of(booking.party, booking.lines, booking.participants)

    def people_of(
        self, party: Mapping[str, int], lines: Sequence[BookingLine], participants: int
    ) -> str:
        """Write people by rate code as `people` does; so many kinds of people that they would
        fill a message are counted as one.
        """
        counted = "1 person" if participants == 1 else f"{participants} people"
        if len(party) < 2:
            return counted
        labels = {line.code: plain(line.label, RATE) for line in lines}
        told = ", ".join(f"{n} × {labels.get(code) or code}" for code, n in party.items() if n)
        return told if len(told) <= PARTY else counted


def spaced(reference: str) -> str:
    """Write a reference so that it can be read out: `ABCD-2345`."""
    return f"{reference[:4]}-{reference[4:]}"
