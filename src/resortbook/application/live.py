"""What happens to bookings, as it happens, for pages that are open."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from resortbook.ports.reads import BookingChange, SalesReads

LATE_MILLISECONDS = 10_000  # longer than any transaction may last
BATCH = 500
REMEMBERED = 5_000


@dataclass(slots=True, kw_only=True)
class LiveFeed:
    """Reads new changes of all bookings, by whichever process made them; each is returned once.

    A unit of work that commits late shows up below ids that were read already, so every
    poll reads again from
    ten seconds back. For one reader: a process polls once and tells its pages.
    """

    sales: SalesReads
    _floor: UUID = field(default=UUID(int=0))
    _seen: set[UUID] = field(default_factory=set)
    _order: deque[UUID] = field(default_factory=deque)

    def start(self, now_milliseconds: int) -> None:
        """Begin at this moment of the system's clock: what was before is not told."""
        self._floor = _floor(now_milliseconds)
        self.poll(now_milliseconds)

    def poll(self, now_milliseconds: int) -> Sequence[BookingChange]:
        """Return the changes that have not been returned yet, oldest first."""
        found = self.sales.changes_since(self._floor, limit=BATCH)
        fresh = [change for change in found if change.event_id not in self._seen]
        for change in fresh:
            self._remember(change.event_id)
        if len(found) < BATCH:
            self._floor = max(self._floor, _floor(now_milliseconds - LATE_MILLISECONDS))
        elif found:
            self._floor = found[-1].event_id
        return fresh

    def _remember(self, event_id: UUID) -> None:
        self._seen.add(event_id)
        self._order.append(event_id)
        if len(self._order) > REMEMBERED:
            self._seen.discard(self._order.popleft())


def _floor(milliseconds: int) -> UUID:
    # The first 48 bits of a UUID of version 7 are its moment.
    return UUID(int=max(0, milliseconds) << 80)
