"""What staff may put right about a booking that is over, and who came."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from resortbook.domain.booking import Booking, BookingStatus
from resortbook.domain.errors import (
    AlreadyCancelled,
    BookingClosed,
    FieldConflict,
    HoldExpired,
    InvalidTime,
)
from resortbook.domain.schedule import day_bounds
from resortbook.domain.terms import Settlement

OVER = (BookingStatus.COMPLETED, BookingStatus.NO_SHOW)
_EVENTUAL = (BookingStatus.CONFIRMED, *OVER)


def correctable_until(starts_at: datetime, zone: ZoneInfo) -> datetime:
    """Return until when (aware UTC, excluded) a departure's outcome may be put right: the end
    of the resort's next day.
    """
    next_day = resort_day(starts_at, zone) + timedelta(days=1)
    return day_bounds(next_day, next_day, zone)[1]


def corrected(
    booking: Booking, status: BookingStatus, *, now: datetime, until: datetime
) -> Booking:
    """Return a booking that is over with another outcome, or confirmed again.

    Raises:
        BookingClosed: it is too late for that.
        FieldConflict: on `status`, for any other change.
    """
    if status not in _EVENTUAL:
        raise FieldConflict("A booking that is over cannot become this", field="status")
    if status is booking.status:
        return booking
    if now >= until:
        raise BookingClosed("This booking is over, and it is too late to change how it ended")
    return _changed(booking, now, status=status)


def settled(booking: Booking, settlement: Settlement, *, now: datetime) -> Booking:
    """Return a booking that is paid another way; it may be over, but must not have fallen
    through.

    Raises:
        AlreadyCancelled, HoldExpired: nothing is to be paid.
    """
    _must_stand(booking, now)
    if settlement is booking.settlement:
        return booking
    return _changed(booking, now, settlement=settlement)


def checked_in(
    booking: Booking, arrived: int | None, *, now: datetime, starts_at: datetime, zone: ZoneInfo
) -> Booking:
    """Return a booking whose party has come, all of it or `arrived` people; one that was
    checked in stays as it is.

    Raises:
        FieldConflict: on `code`: it is for another day of the resort; on `status`: it is not
            confirmed yet.
        AlreadyCancelled, HoldExpired, BookingClosed: it is over.
    """
    _must_stand(booking, now)
    if resort_day(starts_at, zone) != resort_day(now, zone):
        raise FieldConflict("This booking is for another day", field="code")
    if booking.checked_in_at is not None:
        return booking
    if booking.status is BookingStatus.PENDING:
        raise FieldConflict("This booking is not confirmed yet", field="status")
    if booking.status in OVER:
        raise BookingClosed("This booking is over")
    count = booking.participants if arrived is None else arrived
    return _changed(booking, now, checked_in_at=now, checked_in_count=count)


def not_checked_in(booking: Booking, *, now: datetime) -> Booking:
    """Return a booking whose check-in was a mistake.

    Raises:
        AlreadyCancelled, HoldExpired, BookingClosed: it is over.
    """
    _must_stand(booking, now)
    if booking.status in OVER:
        raise BookingClosed("This booking is over")
    if booking.checked_in_at is None:
        return booking
    return _changed(booking, now, checked_in_at=None, checked_in_count=None)


def must_be_sold(booking: Booking, *, now: datetime, starts_at: datetime) -> None:
    """Refuse to end what is no confirmed booking of a departure that has started.

    Raises:
        AlreadyCancelled, HoldExpired: it has fallen through.
        FieldConflict: on `status`: it is still a hold.
        InvalidTime: the departure has not started.
    """
    _must_stand(booking, now)
    if booking.status is BookingStatus.PENDING:
        raise FieldConflict("This booking is not confirmed yet", field="status")
    if now < starts_at:
        raise InvalidTime(
            "This departure has not started yet", fields={"status": ["It has not started yet"]}
        )


def resort_day(at: datetime, zone: ZoneInfo) -> date:
    """Return the resort's day of a moment."""
    return at.astimezone(zone).date()


def _must_stand(booking: Booking, now: datetime) -> None:
    status = booking.status_at(now)
    if status is BookingStatus.CANCELLED:
        raise AlreadyCancelled("This booking is cancelled")
    if status is BookingStatus.EXPIRED:
        raise HoldExpired("This hold has ended")


def _changed(booking: Booking, now: datetime, **changes: Any) -> Booking:
    return replace(booking, updated_at=now, version=booking.version + 1, **changes)
