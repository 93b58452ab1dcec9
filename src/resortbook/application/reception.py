"""The reception: takes what guests write, and answers it in the background."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from resortbook.application.people import People
from resortbook.application.phrases import desk as phrases
from resortbook.application.trace import current_request
from resortbook.domain.actor import Door
from resortbook.domain.events import Event, EventKind
from resortbook.domain.guest import Channel, ChannelAddress, Guest
from resortbook.domain.messages import InboundMessage, OutboundMessage
from resortbook.domain.optout import Wish, wish_of
from resortbook.ports.jobs import Waker
from resortbook.ports.message_storage import Turn
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Ids

LEASE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A message as a channel brought it: from which address, what it says, and all that
    came with it.

    `provider_sid` tells a repeated message from a new one; `name` is what the guest calls
    themself there.
    """

    provider_sid: str
    channel: Channel
    address: str
    body: str
    name: str = ""
    form: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionService:
    """Keeps every message before anything else, then answers each guest in order.

    One guest's messages are worked on by one worker at a time; others do not wait for a
    slow one.
    Messages that wait together are answered as one.
    """

    storage: Storage
    clock: Clock
    ids: Ids
    people: People
    waker: Waker
    resort_name: str
    web_app_url: str
    desk_phone: str | None

    def receive(self, heard: Heard) -> UUID:
        """Keep a message and return its id; a repeated one is the one that is kept, and changes
        nothing.
        """
        with self.storage.begin() as work:
            known = work.inbox.find(heard.provider_sid)
            if known is not None:
                return known
            # The time is told in the guest's turn to write: otherwise one that had to wait for
            # it could be kept as earlier than another that is worked on already.
            work.codes.serialise(heard.address)
            now = self.clock.now()
            guest = self.people.by_address(
                work, heard.channel, heard.address, now=now, name=heard.name
            )
            message = self._inbound(heard, guest, now=now)
            if not work.inbox.add(message):
                return work.inbox.find(heard.provider_sid) or message.id
            work.guests.save(_heard_from(guest, heard, at=now))
            work.commit()
        self.waker.wake()
        return message.id

    def work(self) -> int:
        """Answer everybody who waits; return how many turns were taken."""
        turns = 0
        while (turn := self._claim()) is not None:
            self._answer(turn)
            turns += 1
        return turns

    def _claim(self) -> Turn | None:
        with self.storage.begin() as work:
            turn = work.inbox.claim_turn(self.clock.now(), lease=LEASE, token=self.ids.new())
            if turn is not None:
                work.commit()
        return turn

    def _answer(self, turn: Turn) -> None:
        now = self.clock.now()
        with self.storage.begin() as work:
            # The guest's row is written by whoever takes their next message, too.
            work.codes.serialise(turn.messages[-1].address)
            whole = replace(turn, messages=tuple(work.inbox.waiting(turn)))
            guest = work.guests.get(turn.guest_id)
            reply = self._reply(work, guest, whole, now=now)
            if reply:
                self._send(work, guest, whole.messages[-1], reply, now=now)
            if work.inbox.finish(whole, at=now):
                work.commit()
        self.waker.wake()

    def _reply(
        self, work: UnitOfWork, guest: Guest, turn: Turn, *, now: datetime
    ) -> str | None:
        latest = turn.messages[-1]
        wish = wish_of(latest.body)
        if wish is None:
            return phrases.last_resort(
                resort_name=self.resort_name,
                desk_phone=self.desk_phone,
                web_app_url=self.web_app_url,
            )
        address = next(a for a in guest.addresses if a.value == latest.address)
        if (wish is Wish.STOP) == (address.opted_out_at is not None):
            return None
        opted_out_at = now if wish is Wish.STOP else None
        work.guests.save(_with(guest, replace(address, opted_out_at=opted_out_at), at=now))
        say = phrases.stopped if wish is Wish.STOP else phrases.started
        return say(resort_name=self.resort_name)

    def _send(
        self, work: UnitOfWork, guest: Guest, to: InboundMessage, body: str, *, now: datetime
    ) -> None:
        event = Event(
            id=self.ids.new(),
            kind=EventKind.CHAT_REPLY,
            subject_id=to.id,
            version=1,
            guest_id=guest.id,
            door=Door.WHATSAPP.value,
            created_at=now,
            due_at=now,
            request_id=current_request.get(),
        )
        work.messages.add_outbound(
            OutboundMessage(
                id=self.ids.new(),
                event_id=event.id,
                guest_id=guest.id,
                channel=to.channel,
                address=to.address,
                kind=event.kind.value,
                body=body,
                created_at=now,
            )
        )
        work.outbox.add(event)

    def _inbound(self, heard: Heard, guest: Guest, *, now: datetime) -> InboundMessage:
        return InboundMessage(
            id=self.ids.new(),
            provider_sid=heard.provider_sid,
            guest_id=guest.id,
            channel=heard.channel.value,
            address=heard.address,
            body=heard.body,
            form=heard.form,
            received_at=now,
        )


def _heard_from(guest: Guest, heard: Heard, *, at: datetime) -> Guest:
    address = next(a for a in guest.addresses if a.value == heard.address)
    named = replace(guest, name=guest.name or heard.name[:200])
    return _with(named, replace(address, last_inbound_at=at), at=at)


def _with(guest: Guest, address: ChannelAddress, *, at: datetime) -> Guest:
    addresses = tuple(address if a.id == address.id else a for a in guest.addresses)
    return replace(guest, addresses=addresses, updated_at=at)
