"""Telling guests what became of their bookings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from resortbook.application.courier import Courier
from resortbook.application.journal import Journal
from resortbook.application.people import address_for, as_whatsapp_knows, find_guest
from resortbook.application.phrases import bookings as phrases
from resortbook.application.phrases import departures
from resortbook.application.phrases.login import sign_in_code
from resortbook.application.phrases.text import Text
from resortbook.application.phrases.told import Told
from resortbook.application.teller import Teller
from resortbook.application.templates import one_line, rendered
from resortbook.domain.actor import Actor, Door
from resortbook.domain.booking import BookingStatus
from resortbook.domain.events import Event, EventKind
from resortbook.domain.guest import Channel, ChannelAddress
from resortbook.domain.login import CODE_LIVES
from resortbook.domain.messages import OutboundMessage
from resortbook.domain.reminders import Reminder, start_version
from resortbook.domain.window import is_open
from resortbook.ports.storage import UnitOfWork
from resortbook.ports.world import Clock, Ids

Say = Callable[[Told], Text]
OPEN = (BookingStatus.PENDING, BookingStatus.CONFIRMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationService:
    """Sends what events say, each at most once; what is no longer true is not said any more.

    A guest is not told what was done in the chat: the chat's reply told it. Who said STOP is
    told nothing but sign-in codes. Failures of the messenger come through, for the relay.
    """

    courier: Courier
    teller: Teller
    clock: Clock
    ids: Ids
    journal: Journal
    resort_name: str

    @property
    def by_kind(self) -> Mapping[EventKind, Callable[[Event], bool]]:
        """The events that are told to somebody, and how."""
        return {
            EventKind.BOOKING_CREATED: self.send_booking_created,
            EventKind.BOOKING_CONFIRMED: self.send_booking_confirmed,
            EventKind.BOOKING_CANCELLED: self.send_booking_cancelled,
            EventKind.BOOKING_EXPIRED: self.send_booking_expired,
            EventKind.BOOKING_MOVED: self.send_booking_moved,
            EventKind.SLOT_CLOSED: self.send_slot_closed,
            EventKind.SLOT_DELAYED: self.send_slot_delayed,
            EventKind.HOLD_ENDING: self.send_hold_ending,
            EventKind.REMINDER_24H: self.send_reminder_24h,
            EventKind.REMINDER_1H: self.send_reminder_1h,
            EventKind.CHAT_REPLY: self.courier.carry_reply,
            EventKind.DESK_MESSAGE: self.courier.carry_kept,
            EventKind.SIGN_IN_CODE_REQUESTED: self.send_sign_in_code,
        }

    def send_booking_created(self, event: Event) -> bool:
        """Tell of a hold, while it is one; return whether anybody was told."""
        return self._tell(event, phrases.created, while_in=(BookingStatus.PENDING,))

    def send_booking_confirmed(self, event: Event) -> bool:
        """Tell of a sold booking; return whether anybody was told."""
        return self._tell(event, phrases.confirmed, while_in=(BookingStatus.CONFIRMED,))

    def send_booking_cancelled(self, event: Event) -> bool:
        """Tell of a booking that is off; return whether anybody was told."""
        return self._tell(event, phrases.cancelled, while_in=(BookingStatus.CANCELLED,))

    def send_booking_expired(self, event: Event) -> bool:
        """Tell of a hold that ran out; return whether anybody was told."""
        return self._tell(event, phrases.expired, while_in=(BookingStatus.EXPIRED,))

    def send_booking_moved(self, event: Event) -> bool:
        """Tell a booking's new time; return whether anybody was told."""
        return self._tell(event, phrases.moved, while_in=OPEN)

    def send_slot_closed(self, event: Event) -> bool:
        """Apologise for a departure that the resort called off, and offer others; return
        whether anybody was told.

        The event's booking stands for all of its guest's that were cancelled at the same
        moment: one message tells of all of them. So only one of their events may notify.
        """
        text = self.teller.closed_text(event.subject_id, now=self.clock.now())
        if text is None:
            return False
        return self._tell(event, lambda _: text, while_in=(BookingStatus.CANCELLED,))

    def send_slot_delayed(self, event: Event) -> bool:
        """Tell that a departure goes later, unless it changed again; return whether anybody
        was told.

        The event's version is that of the new start, as a reminder's is.
        """
        return self._tell(event, departures.delayed, while_in=OPEN, start=event.version)

    def send_hold_ending(self, event: Event) -> bool:
        """Nudge whose hold ends soon, inside the 24-hour window only."""
        return self._tell(
            event, phrases.ending, while_in=(BookingStatus.PENDING,), window_only=True
        )

    def send_reminder_24h(self, event: Event) -> bool:
        """Remind a day before, unless it moved, is off, or is less than 3 hours away."""
        return self._remind(event, phrases.reminder_day, Reminder.DAY)

    def send_reminder_1h(self, event: Event) -> bool:
        """Remind an hour before, unless it moved, is off, or is 10 minutes away."""
        return self._remind(event, phrases.reminder_hour, Reminder.HOUR)

    def send_sign_in_code(self, event: Event) -> bool:
        """Send a code to the phone it was asked for, while it is of any use."""

        def compose(work: UnitOfWork) -> OutboundMessage | None:
            now = self.clock.now()
            code = work.codes.find(event.subject_id)
            if code is None or now >= code.expires_at:
                return None
            text = sign_in_code(code.code, resort_name=self.resort_name, lives=CODE_LIVES)
            guest = find_guest(work, Channel.PHONE, code.phone)
            address = address_for(guest, code.phone) or _stranger(self.ids, code.phone)
            return self._message(event, address, text, now=now)

        return self.courier.carry(event, compose)

    def _tell(
        self,
        event: Event,
        say: Say,
        *,
        while_in: tuple[BookingStatus, ...],
        window_only: bool = False,
        start: int | None = None,
    ) -> bool:
        if event.door == Door.WHATSAPP.value or not event.notify:
            return False

        def compose(work: UnitOfWork) -> OutboundMessage | None:
            now = self.clock.now()
            detail = work.bookings.detail(event.subject_id)
            address = _address(work, event)
            if detail.booking.status_at(now) not in while_in or address is None:
                return None
            if start not in (None, start_version(detail.slot.start_time)):
                return None
            if window_only and not is_open(address.last_inbound_at, now=now):
                return None
            return self._message(
                event, address, say(self.teller.told(detail, now=now)), now=now
            )

        return self.courier.carry(event, compose)

    def _remind(self, event: Event, say: Say, reminder: Reminder) -> bool:
        def compose(work: UnitOfWork) -> OutboundMessage | None:
            now = self.clock.now()
            detail = work.bookings.detail(event.subject_id)
            start = detail.slot.start_time
            is_same = start_version(start) == event.version
            if detail.booking.status is not BookingStatus.CONFIRMED or not is_same:
                return None
            if now > start - reminder.useless_from:
                self._record_dropped(work, event, reminder, now=now)
                return None
            address = _address(work, event)
            if address is None:
                return None
            return self._message(
                event, address, say(self.teller.told(detail, now=now)), now=now
            )

        return self.courier.carry(event, compose)

    def _record_dropped(
        self, work: UnitOfWork, event: Event, reminder: Reminder, *, now: datetime
    ) -> None:
        subject = ("booking", event.subject_id)
        work.audit.add(
            self.journal.entry(
                f"reminder_{reminder.value}.drop",
                subject,
                by=Actor.system(),
                at=now,
                reason="late",
            )
        )
        work.commit()

    def _message(
        self, event: Event, address: ChannelAddress, text: Text, *, now: datetime
    ) -> OutboundMessage:
        is_free = is_open(address.last_inbound_at, now=now)
        return OutboundMessage(
            id=self.ids.new(),
            event_id=event.id,
            guest_id=event.guest_id,
            channel=address.channel.value,
            address=address.value,
            kind=event.kind.value,
            body=text.body if is_free else rendered(text.name, text.variables),
            buttons=text.buttons if is_free else (),
            template=None if is_free else text.name,
            variables={str(n): one_line(value) for n, value in enumerate(text.variables, 1)},
            created_at=now,
        )


def _address(work: UnitOfWork, event: Event) -> ChannelAddress | None:
    """Return where the guest wrote from last, or can be reached at all; None after STOP."""
    if event.guest_id is None:
        return None
    reachable = as_whatsapp_knows(work.guests.get(event.guest_id).addresses)
    heard = [(a.last_inbound_at, a.value, a) for a in reachable if a.last_inbound_at]
    return max(heard)[2] if heard else next(iter(reachable), None)


def _stranger(ids: Ids, phone: str) -> ChannelAddress:
    return ChannelAddress(id=ids.new(), channel=Channel.PHONE, value=phone)
