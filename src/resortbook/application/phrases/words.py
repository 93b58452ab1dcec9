"""Days, times, money and people as a guest reads them."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime, format_time
from babel.numbers import format_currency

from resortbook.domain.booking import Booking


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

    def total(self, booking: Booking) -> str:
        """Write what a booking costs: `$160.00`, or `free`."""
        if not booking.total_price.minor:
            return "free"
        return format_currency(
            booking.total_price.decimal, booking.currency, locale=self.locale
        )

    def people(self, booking: Booking) -> str:
        """Write a party: `2 people`, or `2 × Adult, 1 × Child` where rates tell them apart."""
        if len(booking.party) < 2:
            count = booking.participants
            return "1 person" if count == 1 else f"{count} people"
        labels = {line.code: line.label for line in booking.lines}
        told = (f"{n} × {labels.get(code, code)}" for code, n in booking.party.items() if n)
        return ", ".join(told)


def spaced(reference: str) -> str:
    """Write a reference so that it can be read out: `ABCD-2345`."""
    return f"{reference[:4]}-{reference[4:]}"
