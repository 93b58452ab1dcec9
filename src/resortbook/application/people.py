"""Finding people by their addresses, and making those who are new."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from resortbook.application.phones import spellings
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

        Whoever has the number in another spelling is the same guest, and has this one beside it
        from now on. Two who meet the same new address at once make one guest: the second waits.
        """
        # Others wait by the address as it was given, and by one name of all its spellings. In
        # this order always: two that met the other way round would wait for each other.
        for name_of_lock in (value, min(spellings(value), key=len)):
            work.codes.serialise(name_of_lock)
        known = find_guest(work, channel, value)
        if known is None:
            address = ChannelAddress(id=self.ids.new(), channel=channel, value=value)
            return self._add(work, now=now, name=name, addresses=(address,))
        if any(address.value == value for address in known.addresses):
            return known
        return self._with_spelling(work, known, value, now=now)

    def without_address(
        self, work: UnitOfWork, *, now: datetime, name: str, room: str = ""
    ) -> Guest:
        """Make a guest who stands at the desk and leaves no address."""
        return self._add(work, now=now, name=name, room=room)

    def _with_spelling(
        self, work: UnitOfWork, guest: Guest, value: str, *, now: datetime
    ) -> Guest:
        same = next(a for a in guest.addresses if a.value in spellings(value))
        # Who said STOP said it, however the number is written.
        other = ChannelAddress(
            id=self.ids.new(),
            channel=same.channel,
            value=value,
            opted_out_at=same.opted_out_at,
        )
        known = replace(guest, addresses=(*guest.addresses, other), updated_at=now)
        work.guests.save(known)
        return known

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


def find_guest(work: UnitOfWork, channel: Channel, value: str) -> Guest | None:
    """Return the guest with that address, in whatever spelling it was given to us."""
    found = (work.guests.find_by_address(channel, one) for one in spellings(value))
    return next((guest for guest in found if guest is not None), None)


def address_for(guest: Guest | None, phone: str) -> ChannelAddress | None:
    """Return the guest's address with that number, in the spelling that WhatsApp gave us if it
    ever did.
    """
    addresses = guest.addresses if guest else ()
    same = [one for one in addresses if one.value in spellings(phone)]
    heard = [one for one in same if one.last_inbound_at]
    return next(iter(heard or same), None)


def as_whatsapp_knows(addresses: Sequence[ChannelAddress]) -> Sequence[ChannelAddress]:
    """Return the addresses that can be written to, those that were written from first.

    A number that WhatsApp gave us is written to in that spelling and no other; who said STOP in
    it is not written to in any.
    """
    heard = [one for one in addresses if one.last_inbound_at]
    given = {spelling for one in heard for spelling in spellings(one.value)}
    others = [one for one in addresses if not one.last_inbound_at and one.value not in given]
    return [one for one in (*heard, *others) if not one.opted_out_at]
