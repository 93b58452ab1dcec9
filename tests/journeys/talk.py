"""A guest who talks to the resort's bot, as the simulator would let one."""

import re
from dataclasses import dataclass, field
from typing import Any

from resortbook.application.reception import Heard
from resortbook.application.resort import Resort
from resortbook.domain.booking import BookingDetail
from resortbook.domain.guest import Channel
from resortbook.domain.messages import Option, OutboundMessage
from tests.fakes import ScriptedMessenger

LINK = re.compile(r"https?://\S+")
SHORT = 640


@dataclass(slots=True)
class Talker:
    """Somebody who writes from one address; every reply is held against its rules of shape."""

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
        before = len(self.messenger.accepted)
        self.turns += 1
        self.resort.reception.work()
        self.resort.clockwork.relay.sweep()
        told = [one for one in self.messenger.accepted[before:] if one.address == self.address]
        for message in told:
            check_shape(message)
        self.heard.extend(told)
        assert len(told) <= 1, [one.body for one in told]
        return told[0].body if told else ""

    def taps(self, title: str) -> str:
        """Tap the button or row with that title under the last message."""
        return self.taps_on(self.option(title))

    def taps_on(self, option: Option) -> str:
        """Tap a button or row of any message."""
        return self.says(option.title, button=option.id, button_text=option.title)

    def option(self, title: str) -> Option:
        """Return the button or row of the last message with that title."""
        last = self.heard[-1]
        return next(one for one in (*last.buttons, *last.rows) if one.title == title)

    def replies_to(self, message: OutboundMessage, body: str) -> str:
        """Answer an earlier message."""
        return self.says(body, reply_to=str(message.id))

    @property
    def bookings(self) -> list[BookingDetail]:
        """All of the guest's bookings, oldest first."""
        person = self.resort.account.guest_of_phone(self.address)
        found = self.resort.bookings.get_user_bookings(person.id) if person else None
        return sorted(found.items, key=lambda one: one.booking.id) if found else []

    @property
    def statuses(self) -> list[str]:
        """How the guest's bookings stand, oldest first."""
        now = self.resort.clock.now()
        return [one.booking.status_at(now).value for one in self.bookings]


def check_shape(message: OutboundMessage) -> None:
    """Hold a reply against what every reply must be: short, one link at its end, no blanks."""
    body = message.body
    links = LINK.findall(body)
    is_list = len(re.findall(r"(?m)^(?:\d\.|- )", body)) > 2
    assert body.strip() == body
    assert len(body) - sum(map(len, links)) <= (1_600 if is_list else SHORT), body
    assert len(links) <= 1, body
    assert not links or body.splitlines()[-1] == links[0], body
    assert body.count("?") - body.count('?"') <= 2, body
    assert len(message.buttons) <= 3, message.buttons
    assert len(message.rows) <= 10, message.rows
    assert "None" not in body, body
    assert "anything else" not in body.casefold(), body
