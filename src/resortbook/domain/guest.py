"""A guest: a person with channel addresses, or none."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Channel(StrEnum):
    """How a guest can be reached: a phone number, or WhatsApp's business-scoped id."""

    PHONE = "phone"
    WHATSAPP_ID = "whatsapp_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelAddress:
    """One way to reach a guest: an E.164 number, or an id such as `US.ABC123`."""

    id: UUID
    channel: Channel
    value: str
    last_inbound_at: datetime | None = None
    opted_out_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A person who books, or for whom the desk books; `language` is an IETF tag or empty."""

    id: UUID
    name: str = ""
    room: str = ""
    language: str = ""
    addresses: tuple[ChannelAddress, ...] = ()
    created_at: datetime
    updated_at: datetime
    erased_at: datetime | None = None

    @property
    def phone(self) -> str | None:
        """The guest's number in E.164, where one is known."""
        return next((a.value for a in self.addresses if a.channel is Channel.PHONE), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A stay at the resort as the front office knows it; `guest_id` is None until it is
    matched.
    """

    id: UUID
    guest_id: UUID | None = None
    room: str
    last_name: str
    arrives_on: date
    departs_on: date
    verified_at: datetime | None = None
    external_ref: str = ""


def masked(phone: str) -> str:
    """Return a phone as lists show it: `+1415•••0123`."""
    if len(phone) < 9:
        return "•••"
    return f"{phone[:5]}•••{phone[-4:]}"
