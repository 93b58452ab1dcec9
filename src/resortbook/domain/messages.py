"""Words between guest and resort, as they are kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

TYPED_HERE = "CLI"
"""How the provider id of a message begins that was typed on the resort's own machine: its
answer goes to nobody's phone.
"""


class Direction(StrEnum):
    """Into the resort, or out of it."""

    IN = "in"
    OUT = "out"


class Delivery(StrEnum):
    """How far an outbound message has come; it never goes back."""

    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A button or a row of a list: what a tap on it sends back, and what it says."""

    id: str
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboundMessage:
    """A message to one channel address; its event makes it unique, so that nothing is said
    twice.
    """

    id: UUID
    event_id: UUID
    guest_id: UUID | None
    channel: str
    address: str
    kind: str
    body: str
    buttons: tuple[Option, ...] = ()
    rows: tuple[Option, ...] = ()
    template: str | None = None
    variables: Mapping[str, str] = field(default_factory=dict)
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundMessage:
    """A message from a guest, kept as what it is; `form` is what the channel sent with it."""

    id: UUID
    provider_sid: str
    guest_id: UUID
    channel: str
    address: str
    body: str
    form: Mapping[str, Any] = field(default_factory=dict)
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptLine:
    """One message of a conversation, whichever way it went; `kind` is why we sent it."""

    id: UUID
    direction: Direction
    kind: str = ""
    body: str
    buttons: tuple[Option, ...] = ()
    rows: tuple[Option, ...] = ()
    template: str | None = None
    created_at: datetime
