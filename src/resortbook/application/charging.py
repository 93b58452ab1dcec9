"""Charges follow what happens to bookings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from resortbook.application.journal import Journal
from resortbook.domain.actor import Actor
from resortbook.domain.booking import Booking
from resortbook.domain.charge import Charge, ChargeKind, adjust, kind_of, owed_on_room
from resortbook.domain.money import ZERO, Money
from resortbook.ports.storage import UnitOfWork
from resortbook.ports.world import Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Charging:
    """Keeps the charges of a booking adding up to what is owed on its room."""

    ids: Ids
    journal: Journal

    def first(self, booking: Booking) -> Sequence[Charge]:
        """Return the charges that a new booking brings with it: none for a hold."""
        amount = owed_on_room(booking)
        if amount == ZERO:
            return []
        return [self._charge(booking, booking.room, amount, at=booking.created_at)]

    def follow(
        self,
        work: UnitOfWork,
        booking: Booking,
        *,
        by: Actor,
        at: datetime,
        fee: Money = ZERO,
    ) -> None:
        """Adjust the charges of a booking that was saved in this unit of work, and add a fee.

        Raises:
            Stale: the front office changed one of them meanwhile.
        """
        plan = adjust(booking, work.charges.of(booking.id), now=at)
        for dropped in plan.dropped:
            work.charges.drop(dropped)
        for was, new in plan.changed:
            work.charges.save(new, was=was)
        for room, amount in plan.added:
            work.charges.add(self._charge(booking, room, amount, at=at))
        if fee != ZERO:
            work.charges.add(self._fee(booking, fee, at=at))
        if fee != ZERO or plan.dropped or plan.changed or plan.added:
            subject = ("booking", booking.id)
            reason = "fee" if fee != ZERO else ""
            work.audit.add(
                self.journal.entry("booking.charge", subject, by=by, at=at, reason=reason)
            )

    def _fee(self, booking: Booking, amount: Money, *, at: datetime) -> Charge:
        return self._charge(booking, booking.room, amount, at=at, kind=ChargeKind.FEE)

    def _charge(
        self,
        booking: Booking,
        room: str,
        amount: Money,
        *,
        at: datetime,
        kind: ChargeKind | None = None,
    ) -> Charge:
        return Charge(
            id=self.ids.new(),
            booking_id=booking.id,
            room=room,
            amount=amount,
            currency=booking.currency,
            kind=kind or kind_of(amount),
            created_at=at,
            updated_at=at,
        )
