"""Finding people by their addresses, and making those who are new."""

from dataclasses import dataclass
from datetime import datetime

from resortbook.domain.guest import Channel, ChannelAddress, Guest
from resortbook.ports.storage import UnitOfWork
from resortbook.ports.world import Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Knows guests by their channel addresses."""

    ids: Ids

    def by_phone(self, work: UnitOfWork, phone: str, *, now: datetime, name: str = "") -> Guest:
        """Return the guest with that E.164 number, made with `name` where there is none."""
        return self.by_address(work, Channel.PHONE, phone, now=now, name=name)

    def by_address(
        self, work: UnitOfWork, channel: Channel, value: str, *, now: datetime, name: str = ""
    ) -> Guest:
        """Return the guest with that address, made with `name` where there is none.

        Two who meet the same new address at once make one guest: the second waits.
        """
        work.codes.serialise(value)
        known = work.guests.find_by_address(channel, value)
        if known is not None:
            return known
        address = ChannelAddress(id=self.ids.new(), channel=channel, value=value)
        return self._add(work, now=now, name=name, addresses=(address,))

    def without_address(
        self, work: UnitOfWork, *, now: datetime, name: str, room: str = ""
    ) -> Guest:
        """Make a guest who stands at the desk and leaves no address."""
        return self._add(work, now=now, name=name, room=room)

    def _add(
        self,
        work: UnitOfWork,
        *,
        now: datetime,
        name: str,
        room: str = "",
        addresses: tuple[ChannelAddress, ...] = (),
    ) -> Guest:
        guest = Guest(
            id=self.ids.new(),
            name=name,
            room=room,
            addresses=addresses,
            created_at=now,
            updated_at=now,
        )
        work.guests.add(guest)
        return guest
