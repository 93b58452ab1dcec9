"""Whether the rooms that guests give agree with who stays in them; for staff alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from resortbook.application.desk import DeskBooking
from resortbook.application.stays import is_name_of
from resortbook.domain.guest import Stay
from resortbook.domain.words import words_of
from resortbook.ports.stays import StayReads


@dataclass(frozen=True, slots=True, kw_only=True)
class Verifying:
    """Holds bookings against the front office's stays."""

    reads: StayReads
    zone: ZoneInfo

    def verified(self, found: Sequence[DeskBooking]) -> list[DeskBooking]:
        """Return bookings with whether room, name and day agree with a stay (None: no room)."""
        rooms = [one.detail.booking.room for one in found if one.detail.booking.room]
        if not rooms:
            return list(found)
        days = [self._day(one) for one in found]
        stays = self.reads.in_rooms(rooms, min(days), max(days))
        return [
            replace(one, is_room_verified=any(self._agrees(one, stay) for stay in stays))
            if one.detail.booking.room
            else one
            for one in found
        ]

    def _agrees(self, found: DeskBooking, stay: Stay) -> bool:
        booking = found.detail.booking
        is_room = words_of(stay.room) == words_of(booking.room)
        is_then = stay.arrives_on <= self._day(found) <= stay.departs_on
        names = (booking.lead_name, found.guest.name)
        return is_room and is_then and any(is_name_of(stay, name) for name in names)

    def _day(self, found: DeskBooking) -> date:
        return found.detail.slot.start_time.astimezone(self.zone).date()
