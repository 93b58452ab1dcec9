"""What happened: rows of the outbox, with ids only, due now or later."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class EventKind(StrEnum):
    """The things that are told on; each is written in the transaction that makes it true."""

    BOOKING_CREATED = "BookingCreated"
    BOOKING_CONFIRMED = "BookingConfirmed"
    BOOKING_CANCELLED = "BookingCancelled"
    BOOKING_EXPIRED = "BookingExpired"
    BOOKING_MOVED = "BookingMoved"
    BOOKING_CHANGED = "BookingChanged"
    BOOKING_COMPLETED = "BookingCompleted"
    BOOKING_NO_SHOW = "BookingNoShow"
    SLOT_CLOSED = "SlotClosed"
    SLOT_DELAYED = "SlotDelayed"
    HOLD_ENDING = "HoldEnding"
    REMINDER_24H = "Reminder24h"
    REMINDER_1H = "Reminder1h"
    CHAT_REPLY = "ChatReply"
    DESK_MESSAGE = "DeskMessage"
    SIGN_IN_CODE_REQUESTED = "SignInCodeRequested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A promise to tell: about one thing (`subject_id`), at one version of it, due at a
    moment (aware UTC).

    The same kind for the same subject and version exists once, however often it is written.
    `guest_id` is whom it concerns; `door` is where it was done, so that a chat is not told what
    it did itself; `notify` is False where the desk asked for silence.
    """

    id: UUID
    kind: EventKind
    subject_id: UUID
    version: int
    guest_id: UUID | None
    door: str
    created_at: datetime
    due_at: datetime
    request_id: str = ""
    notify: bool = True
