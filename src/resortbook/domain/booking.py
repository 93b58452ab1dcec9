"""A booking: what was held or sold to whom, and the only ways in which it may change."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from resortbook.domain.activity import Activity, ActivityBrief
from resortbook.domain.actor import Actor, Door
from resortbook.domain.errors import (
    AlreadyCancelled,
    AlreadyConfirmed,
    BookingClosed,
    DeadlinePassed,
    HoldExpired,
    InvalidTime,
    NotYours,
)
from resortbook.domain.money import Money
from resortbook.domain.party import BookingLine, Quote
from resortbook.domain.slot import TimeSlot
from resortbook.domain.terms import Settlement, cancel_by, settle_by


class BookingStatus(StrEnum):
    """What a booking is: a hold, sold, or over (see `Booking` for the ways between them)."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    COMPLETED = "completed"
    NO_SHOW = "no_show"

    @property
    def holds_seats(self) -> bool:
        """Whether a booking of this status stands in its slot's counter."""
        return self not in (BookingStatus.CANCELLED, BookingStatus.EXPIRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """Seats of one slot, held or sold to one guest at a price fixed when they were held.

    Times are aware UTC. `deadline_hours` is the cancellation policy frozen at the hold;
    `cancel_by` is what
    follows from it (None: never cancellable by the guest). `expires_at` is None once the
    booking is not pending.
    """

    id: UUID
    reference: str
    guest_id: UUID
    activity_id: UUID
    time_slot_id: UUID
    status: BookingStatus = BookingStatus.PENDING
    party: Mapping[str, int]
    participants: int
    seats: int
    lines: tuple[BookingLine, ...]
    total_price: Money
    currency: str
    special_requests: str = ""
    lead_name: str = ""
    room: str = ""
    settlement: Settlement = Settlement.DESK
    booking_source: Door
    deadline_hours: int
    cancel_by: datetime | None
    created_at: datetime
    updated_at: datetime
    expires_at: datetime | None
    confirmed_at: datetime | None = None
    cancelled_at: datetime | None = None
    cancellation_reason: str = ""
    checked_in_at: datetime | None = None
    checked_in_count: int | None = None
    is_private: bool = False
    group_id: UUID | None = None
    external_ref: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    version: int = 1

    def owned_by(self, actor: Actor) -> "Booking":
        """Return this booking if `actor` may touch it.

        Raises:
            NotYours: it belongs to another guest and the actor is not staff.
        """
        if not actor.is_staff and actor.guest_id != self.guest_id:
            raise NotYours("This booking belongs to somebody else")
        return self

    def status_at(self, now: datetime) -> BookingStatus:
        """Return the status as everybody must read it: a hold that ran out is expired, swept or
        not.
        """
        return BookingStatus.EXPIRED if self.has_lapsed(now) else self.status

    def has_lapsed(self, now: datetime) -> bool:
        """Whether this is a hold whose time is over."""
        return (
            self.status is BookingStatus.PENDING
            and self.expires_at is not None
            and now >= self.expires_at
        )

    def can_cancel(self, now: datetime) -> bool:
        """Whether the guest may decline or cancel at `now`."""
        status = self.status_at(now)
        if status is BookingStatus.PENDING:
            return True
        in_time = self.cancel_by is not None and now <= self.cancel_by
        return status is BookingStatus.CONFIRMED and in_time

    def deadline(self, starts_at: datetime) -> datetime:
        """Return the last moment for a guest to cancel or move a departure that starts then."""
        return starts_at - timedelta(hours=self.deadline_hours)

    def confirm(self, now: datetime) -> "Booking":
        """Return this booking confirmed.

        Raises:
            AlreadyConfirmed, AlreadyCancelled, HoldExpired, BookingClosed: it is not an
            open hold.
        """
        self._must_be_open(now)
        if self.status is BookingStatus.CONFIRMED:
            raise AlreadyConfirmed("This booking is already confirmed")
        return self._changed(
            now, status=BookingStatus.CONFIRMED, confirmed_at=now, expires_at=None
        )

    def cancel(
        self, now: datetime, *, actor: Actor, starts_at: datetime, reason: str = ""
    ) -> "Booking":
        """Return this booking cancelled (a hold: declined); `starts_at` is its departure.

        Raises:
            AlreadyCancelled, HoldExpired, BookingClosed: it is over.
            DeadlinePassed: the guest is too late; staff never are.
        """
        self._must_be_open(now)
        self._must_be_in_time(now, actor=actor, starts_at=starts_at)
        return self._changed(
            now,
            status=BookingStatus.CANCELLED,
            cancelled_at=now,
            cancellation_reason=reason,
            expires_at=None,
        )

    def expire(self, now: datetime) -> "Booking":
        """Return this hold expired; only for one of which `has_lapsed(now)` is true."""
        return self._changed(now, status=BookingStatus.EXPIRED, expires_at=None)

    def complete(self, now: datetime, *, starts_at: datetime) -> "Booking":
        """Return this confirmed booking completed.

        Raises:
            InvalidTime: the departure has not started.
            AlreadyCancelled, HoldExpired, BookingClosed: it is over; AlreadyConfirmed is
            never raised.
        """
        return self._end(now, BookingStatus.COMPLETED, starts_at=starts_at)

    def mark_no_show(self, now: datetime, *, starts_at: datetime) -> "Booking":
        """Return this booking as one whose guests did not come; raises as `complete`."""
        return self._end(now, BookingStatus.NO_SHOW, starts_at=starts_at)

    def move(
        self, now: datetime, *, actor: Actor, start: datetime, to: TimeSlot, activity: Activity
    ) -> "Booking":
        """Return this booking on another slot of the same activity; `start` is its present
        departure.

        `cancel_by` is computed anew with the deadline frozen at the hold; a hold never
        outlives the new cut-off.

        Raises:
            AlreadyCancelled, HoldExpired, BookingClosed: it is over.
            DeadlinePassed: it is confirmed and the guest is too late.
        """
        self._must_be_open(now)
        self._must_be_in_time(now, actor=actor, starts_at=start)
        cutoff = to.cutoff(activity)
        return self._changed(
            now,
            time_slot_id=to.id,
            cancel_by=cancel_by(to.start_time, self.deadline_hours, now=now),
            expires_at=min(self.expires_at, cutoff) if self.expires_at else None,
        )

    def delay(self, now: datetime, *, to: TimeSlot) -> "Booking":
        """Return this booking as it is when its departure goes later; `to` is the departure
        as it is now. Its guest may cancel for as much longer, never less long.

        Raises:
            AlreadyCancelled, HoldExpired, BookingClosed: it is over.
        """
        self._must_be_open(now)
        anew = cancel_by(to.start_time, self.deadline_hours, now=now)
        if self.cancel_by is not None:
            anew = max(self.cancel_by, self.deadline(to.start_time))
        return self._changed(now, cancel_by=anew)

    def change_party(
        self, now: datetime, *, actor: Actor, starts_at: datetime, asked: Quote
    ) -> "Booking":
        """Return this booking for another party, at the price of `asked`.

        Raises:
            AlreadyCancelled, HoldExpired, BookingClosed: it is over.
            DeadlinePassed: it is confirmed, would become smaller or cheaper, and the guest
                is too late.
        """
        self._must_be_open(now)
        shrinks = asked.participants < self.participants or asked.total < self.total_price
        if shrinks:
            self._must_be_in_time(now, actor=actor, starts_at=starts_at)
        return self._changed(
            now,
            party=dict(asked.party),
            participants=asked.participants,
            seats=self.seats if self.is_private else asked.seats,
            lines=asked.lines,
            total_price=asked.total,
        )

    def amend(
        self,
        now: datetime,
        *,
        special_requests: str | None = None,
        lead_name: str | None = None,
        room: str | None = None,
    ) -> "Booking":
        """Return this booking with other words on it; None leaves a field as it is.

        Raises:
            AlreadyCancelled, HoldExpired, BookingClosed: it is over.
        """
        self._must_be_open(now)
        new_room = self.room if room is None else room
        return self._changed(
            now,
            special_requests=_or(special_requests, self.special_requests),
            lead_name=_or(lead_name, self.lead_name),
            room=new_room,
            settlement=self.settlement
            if new_room == self.room
            else settle_by(new_room, self.settlement),
        )

    def _end(self, now: datetime, status: BookingStatus, *, starts_at: datetime) -> "Booking":
        self._must_be_open(now)
        if now < starts_at:
            raise InvalidTime("This departure has not started yet")
        return self._changed(now, status=status, expires_at=None)

    def _must_be_open(self, now: datetime) -> None:
        status = self.status_at(now)
        if status is BookingStatus.CANCELLED:
            raise AlreadyCancelled("This booking is already cancelled")
        if status is BookingStatus.EXPIRED:
            raise HoldExpired("This hold has ended, please choose a time again")
        if status in (BookingStatus.COMPLETED, BookingStatus.NO_SHOW):
            raise BookingClosed("This booking is over")

    def _must_be_in_time(self, now: datetime, *, actor: Actor, starts_at: datetime) -> None:
        if actor.is_staff or self.can_cancel(now):
            return
        raise DeadlinePassed(
            "It is too late to change this booking online", deadline=self.deadline(starts_at)
        )

    def _changed(self, now: datetime, **changes: Any) -> "Booking":
        return replace(self, updated_at=now, version=self.version + 1, **changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingDetail:
    """A booking with the activity and the departure it is for: what every answer about it
    needs.
    """

    booking: Booking
    activity: ActivityBrief
    slot: TimeSlot


def _or(new: str | None, old: str) -> str:
    return old if new is None else new
