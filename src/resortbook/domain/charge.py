"""Charges: what the front office puts on a guest's room, and how they follow a booking."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from resortbook.domain.booking import Booking, BookingStatus
from resortbook.domain.errors import FieldConflict
from resortbook.domain.money import ZERO, Money
from resortbook.domain.terms import Settlement

_OWING = (BookingStatus.CONFIRMED, BookingStatus.COMPLETED, BookingStatus.NO_SHOW)


class ChargeState(StrEnum):
    """What became of a charge."""

    OPEN = "open"
    POSTED = "posted"
    WAIVED = "waived"


class ChargeKind(StrEnum):
    """What a charge is for: the booking's price, a fee of the desk, or taking back what was
    posted.
    """

    BOOKING = "booking"
    FEE = "fee"
    REVERSAL = "reversal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """An amount for one room; less than nothing where it takes back what was posted."""

    id: UUID
    booking_id: UUID
    room: str
    amount: Money
    currency: str
    kind: ChargeKind
    state: ChargeState = ChargeState.OPEN
    created_at: datetime
    updated_at: datetime
    version: int = 1

    def post(self, now: datetime) -> "Charge":
        """Return this charge as put on the room; once it is, it stays. Raises FieldConflict on
        `state` when it is waived.
        """
        if self.state is ChargeState.WAIVED:
            raise FieldConflict("This charge is waived", field="state")
        return self._in(ChargeState.POSTED, now)

    def waive(self, now: datetime) -> "Charge":
        """Return this charge as one that nobody pays.

        Raises:
            FieldConflict: on `state`: it is posted, or takes back what was posted.
        """
        if self.state is ChargeState.POSTED:
            raise FieldConflict("This charge is on the room's bill already", field="state")
        if self.kind is ChargeKind.REVERSAL:
            raise FieldConflict("This gives back what was posted", field="state")
        return self._in(ChargeState.WAIVED, now)

    def _in(self, state: ChargeState, now: datetime) -> "Charge":
        if self.state is state:
            return self
        return replace(self, state=state, updated_at=now, version=self.version + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """What to do so that a booking's charges add up: amounts to charge anew by room, charges to
    write over others, and charges to drop.
    """

    added: tuple[tuple[str, Money], ...] = ()
    changed: tuple[tuple[Charge, Charge], ...] = ()
    dropped: tuple[Charge, ...] = ()


def owed_on_room(booking: Booking) -> Money:
    """Return what a booking costs on its room, before anything is waived; without fees."""
    is_owed = booking.status in _OWING and booking.settlement is Settlement.ROOM
    return booking.total_price if is_owed else ZERO


def left_to_charge(booking: Booking, charges: Iterable[Charge]) -> Money:
    """Return what is owed on the room when what was waived is taken off."""
    waived = sum(
        one.amount.minor for one in _of_price(charges) if one.state is ChargeState.WAIVED
    )
    return Money(max(0, owed_on_room(booking).minor - waived))


def adjust(booking: Booking, charges: Sequence[Charge], *, now: datetime) -> Adjustment:
    """Return what makes the charges of a booking add up to what is owed on its present room.

    What is posted stays and is taken back by a reversal; what is open is written over. Fees are
    left alone, but for the room that they go to.
    """
    of_price = list(_of_price(charges))
    wanted = _wanted(booking, of_price)
    spare = _Spare([one for one in of_price if one.state is ChargeState.OPEN])
    plan = _Plan()
    for room, amount in wanted.items():
        plan.put(spare.take(room), room, amount, now=now)
    for fee in charges:
        if fee.kind is ChargeKind.FEE and fee.state is ChargeState.OPEN:
            plan.move(fee, booking.room, now=now)
    return Adjustment(
        added=tuple(plan.added), changed=tuple(plan.changed), dropped=tuple(spare.left)
    )


def kind_of(amount: Money) -> ChargeKind:
    """Return what an amount of a booking's price is called."""
    return ChargeKind.REVERSAL if amount.minor < 0 else ChargeKind.BOOKING


@dataclass(slots=True)
class _Spare:
    """Open charges that may be written over: those of the same room first."""

    left: list[Charge]

    def take(self, room: str) -> Charge | None:
        same = [one for one in self.left if one.room == room]
        found = next(iter(same or self.left), None)
        if found is not None:
            self.left.remove(found)
        return found


@dataclass(slots=True)
class _Plan:
    added: list[tuple[str, Money]] = field(default_factory=list)
    changed: list[tuple[Charge, Charge]] = field(default_factory=list)

    def put(self, present: Charge | None, room: str, amount: Money, *, now: datetime) -> None:
        if present is None:
            self.added.append((room, amount))
        elif (present.room, present.amount) != (room, amount):
            new = replace(present, room=room, amount=amount, kind=kind_of(amount))
            self._write(present, new, now=now)

    def move(self, fee: Charge, room: str, *, now: datetime) -> None:
        if fee.room != room:
            self._write(fee, replace(fee, room=room), now=now)

    def _write(self, was: Charge, new: Charge, *, now: datetime) -> None:
        self.changed.append((was, replace(new, updated_at=now, version=was.version + 1)))


def _of_price(charges: Iterable[Charge]) -> Iterable[Charge]:
    return (one for one in charges if one.kind is not ChargeKind.FEE)


def _wanted(booking: Booking, of_price: Sequence[Charge]) -> Mapping[str, Money]:
    """Return what must stand open for each room, beside what is posted."""
    open_by_room = {booking.room: left_to_charge(booking, of_price).minor}
    for one in of_price:
        if one.state is ChargeState.POSTED:
            open_by_room[one.room] = open_by_room.get(one.room, 0) - one.amount.minor
    return {room: Money(minor) for room, minor in open_by_room.items() if minor}
