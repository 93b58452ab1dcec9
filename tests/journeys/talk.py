"""A guest who talks to the resort's bot, as the simulator would let one."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from resortbook.application.reception import Heard
from resortbook.application.resort import Resort
from resortbook.domain.booking import BookingDetail
from resortbook.domain.guest import Channel, Guest
from resortbook.domain.messages import Option, OutboundMessage
from resortbook.ports.paging import Page
from resortbook.ports.reads import BookingFilter
from tests.fakes import ScriptedMessenger

LINK = re.compile(r"https?://\S+")
QUOTED = re.compile(r'"[^"]*"')
NUMBERED = re.compile(r"(?m)^(?:\d+\. |- )")
DAY = re.compile(r"(?m)^[^\n:.]*(?:day), [A-Z][a-z]+ \d+(?=:)")
SHORT, LISTED = 640, 1_600
TITLE, ROW_TITLE, DESCRIPTION = 20, 24, 72


@dataclass(slots=True)
class Talker:
    """Somebody who writes from one address; every reply is held against its rules of shape.

    `turns` counts what a guest had to write until things stood as they should: a burst is one.
    """

    resort: Resort
    messenger: ScriptedMessenger
    address: str = "+14155550123"
    channel: Channel = Channel.PHONE
    name: str = "Ana"
    sent: int = 0
    turns: int = 0
    heard: list[OutboundMessage] = field(default_factory=list)

    def says(self, *bodies: str, **form: Any) -> str:
        """Write one message, or several at once, and return the reply that they get."""
        for body in bodies:
            self.leaves(body, **form)
        return self.hears()

    def leaves(self, body: str, **form: Any) -> None:
        """Write a message that nobody works on yet."""
        self.sent += 1
        self.resort.reception.receive(
            Heard(
                provider_sid=f"SM{self.address}{self.sent}",
                channel=self.channel,
                address=self.address,
                body=body,
                name=self.name,
                form=form,
            )
        )

    def hears(self) -> str:
        """Let the resort work, and return what it says to this guest, one reply or none."""
        self.turns += 1
        told = self._told_while_working()
        for message in told:
            check_shape(message)
        assert len(told) <= 1, [one.body for one in told]
        return told[0].body if told else ""

    def has_booked(self, *wishes: str) -> None:
        """Have bookings, each by everything in one message; the room is skipped, and turns
        count from here.
        """
        for number, wish in enumerate(wishes):
            self.says(wish)
            self.says("yes")
            if not number:
                self.says("skip")
        assert set(self.statuses) == {"confirmed"}
        self.turns = 0

    def is_told(self) -> list[str]:
        """Let the resort send what waits, and return it: what was done elsewhere, or is due."""
        return [one.body for one in self._told_while_working()]

    def taps(self, title: str) -> str:
        """Tap the button or row with that title under the last message."""
        return self.taps_on(self.option(title))

    def taps_on(self, option: Option) -> str:
        """Tap a button or row of any message."""
        return self.says(option.title, button=option.id, button_text=option.title)

    def option(self, title: str) -> Option:
        """Return the button or row of the last message with that title."""
        return next(one for one in self.options if one.title == title)

    @property
    def options(self) -> tuple[Option, ...]:
        """The buttons or rows of the last message."""
        return (*self.heard[-1].buttons, *self.heard[-1].rows)

    @property
    def titles(self) -> list[str]:
        """What the buttons or rows of the last message say."""
        return [one.title for one in self.options]

    def replies_to(self, message: OutboundMessage, body: str) -> str:
        """Answer an earlier message."""
        return self.says(body, reply_to=str(message.id))

    @property
    def guest(self) -> Guest | None:
        """The guest as the resort knows them by this address."""
        with self.resort.reception.storage.begin() as work:
            return work.guests.find_by_address(self.channel, self.address)

    @property
    def guest_id(self) -> UUID:
        """The guest's id, once something was written."""
        assert self.guest is not None
        return self.guest.id

    @property
    def bookings(self) -> list[BookingDetail]:
        """All of the guest's bookings, oldest first."""
        guest = self.guest
        if guest is None:
            return []
        wanted = BookingFilter(now=self.resort.clock.now(), guest_id=guest.id)
        found = self.resort.reads.sales.bookings(wanted, Page(limit=100))
        return sorted(found.items, key=lambda one: one.booking.id)

    @property
    def statuses(self) -> list[str]:
        """How the guest's bookings stand, oldest first."""
        now = self.resort.clock.now()
        return [one.booking.status_at(now).value for one in self.bookings]

    @property
    def rows(self) -> list[str]:
        """All of the guest's bookings as one line each, oldest first:
        `confirmed jet-skiing Thu 15 Oct 14:00 for 2 at 160.00`.
        """
        return [self._row(one) for one in self.bookings]

    def _row(self, detail: BookingDetail) -> str:
        booking = detail.booking
        status = booking.status_at(self.resort.clock.now()).value
        start = detail.slot.start_time.astimezone(self.resort.facts.zone)
        party = ", ".join(
            f"{number} {code}" for code, number in booking.party.items() if number
        )
        people = party.removesuffix(" person")
        when = f"{start:%a} {start.day} {start:%b %H:%M}"
        return f"{status} {detail.activity.slug} {when} for {people} at {booking.total_price}"

    def _told_while_working(self) -> list[OutboundMessage]:
        before = len(self.messenger.accepted)
        self.resort.reception.work()
        self.resort.clockwork.relay.sweep()
        told = [one for one in self.messenger.accepted[before:] if one.address == self.address]
        self.heard.extend(told)
        return told


def check_shape(message: OutboundMessage) -> None:
    """Hold a reply against what every reply must be: short, one question at its end, one link
    in its last line, few options that WhatsApp can show, and no blanks.
    """
    body = message.body
    links = LINK.findall(body)
    text = LINK.sub("", body).strip()
    assert body.strip() == body
    assert len(text) <= (LISTED if len(NUMBERED.findall(text)) > 2 else SHORT), body
    assert len(links) <= 1, body
    assert not links or body.splitlines()[-1] == links[0], body
    _check_question(text)
    assert len(message.buttons) <= 3, message.buttons
    assert len(message.rows) <= 5, message.rows
    assert all(len(one.title) <= TITLE for one in message.buttons), message.buttons
    assert all(len(one.title) <= ROW_TITLE for one in message.rows), message.rows
    assert all(len(one.description) <= DESCRIPTION for one in message.rows), message.rows
    days = DAY.findall(text)
    assert len(set(days)) == len(days), body
    assert "None" not in body, body
    assert "anything else" not in body.casefold(), body


def _check_question(text: str) -> None:
    plain = QUOTED.sub("", text)
    assert plain.count("?") <= 1, text
    after = plain.partition("?")[2].strip().splitlines()
    # Numbered choices may stand after the question.
    assert all(NUMBERED.match(line) for line in after if line.strip()), text


def local(resort: Resort, *clock: int) -> datetime:
    """Return a moment of the resort's own clock, in UTC: year, month, day, hour, minute."""
    year, month, day, hour, minute = (*clock, 0, 0)[:5]
    moment = datetime(year, month, day, hour, minute, tzinfo=resort.facts.zone)
    return moment.astimezone(UTC)
