"""Charges for the front office: kept with the booking they follow, and listed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from resortbook.domain.charge import Charge, ChargeState
from resortbook.ports.paging import Page, PageOf


class Charges(Protocol):
    """Charges, for writing."""

    def get(self, charge_id: UUID) -> Charge:
        """Return the charge. Raises NotFound."""
        ...

    def of(self, booking_id: UUID) -> Sequence[Charge]:
        """Return a booking's charges, oldest first."""
        ...

    def add(self, charge: Charge) -> None:
        """Insert a charge."""
        ...

    def save(self, charge: Charge, *, was: Charge) -> None:
        """Write the new value over `was`. Raises Stale when it is another by now."""
        ...

    def drop(self, charge: Charge) -> None:
        """Take away a charge that nobody has seen posted. Raises Stale as `save`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeFilter:
    """Which charges: in any of the states (none named: all), of departures that start from
    `starts_from` until before `starts_before` (aware UTC).
    """

    states: tuple[ChargeState, ...] = ()
    starts_from: datetime | None = None
    starts_before: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCharge:
    """A charge with what the front office asks about it; `starts_at` is the departure."""

    charge: Charge
    reference: str
    lead_name: str
    activity: str
    starts_at: datetime


class ChargeReads(Protocol):
    """Charges, for lists."""

    def charges(self, wanted: ChargeFilter, page: Page | None) -> PageOf[ListedCharge]:
        """Return charges, newest first; all of them where no page is asked for.

        Raises:
            InvalidInput: a bad `cursor`.
        """
        ...

    def charge(self, charge_id: UUID) -> ListedCharge | None:
        """Return one charge."""
        ...

    def of(self, booking_id: UUID) -> Sequence[ListedCharge]:
        """Return a booking's charges, oldest first."""
        ...
