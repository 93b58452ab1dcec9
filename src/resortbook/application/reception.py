"""The reception: takes what guests write, and answers it in the background."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from resortbook.application.chat.composing import Reply
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.service import ChatService
from resortbook.application.handover import HandoverService
from resortbook.application.login import LoginService
from resortbook.application.parts import parts_of
from resortbook.application.people import People
from resortbook.application.phrases import desk as phrases
from resortbook.application.stopping import Stopping
from resortbook.application.trace import current_request, working_for
from resortbook.domain.actor import Door
from resortbook.domain.conversation import Conversation
from resortbook.domain.events import Event, EventKind
from resortbook.domain.guest import Channel, ChannelAddress, Guest
from resortbook.domain.messages import InboundMessage, OutboundMessage
from resortbook.domain.optout import Wish, wish_of
from resortbook.ports.jobs import Waker
from resortbook.ports.message_storage import Turn
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Ids

LEASE = timedelta(seconds=60)
TRIES = 5
NOT_ANSWERED = "The bot failed over this guest's last messages."

log = logging.getLogger(__name__)


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
    Messages that wait together are answered as one. Where answering fails (or its process
    dies) again and again, the guest is told how to reach a person, and the desk is told.
    """

    storage: Storage
    clock: Clock
    ids: Ids
    people: People
    waker: Waker
    chat: ChatService
    handover: HandoverService
    login: LoginService
    resort_name: str
    stopping: Stopping = field(default_factory=Stopping)

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
            _note_heard(work, guest, heard, at=now)
            work.commit()
        log.info("message.received message=%s", message.id)
        self.waker.wake()
        return message.id

    def work(self) -> int:
        """Answer everybody who waits; return how many turns were taken.

        Where the process is to end, the turn that is taken is the last one.
        """
        turns = 0
        while not self.stopping.is_near and (turn := self._claim()) is not None:
            # A message is the request of all that it leads to, in whichever process.
            with working_for(str(turn.messages[0].id)):
                if turn.tries > TRIES:
                    self._give_up(turn)
                else:
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
        """Work on what waits, and on what comes while that goes on, then answer all as one."""
        guest, conversation = self._load(turn)
        x = self.chat.open(guest, conversation, turn.messages[0])
        wishes: list[Wish] = []
        waiting, heard = list(turn.messages), list[InboundMessage]()
        with_desk = self.handover.holds(conversation, x.now)
        while waiting:
            for message in waiting:
                wish = wish_of(message.body) if not message.form.get("button") else None
                if wish is not None:
                    wishes.append(wish)
                else:
                    self.chat.hear(x, message, is_with_desk=with_desk and not x.is_back)
            heard.extend(waiting)
            waiting = self._close(replace(turn, messages=tuple(heard)), x, wishes)
        self.waker.wake()

    def _give_up(self, turn: Turn) -> None:
        """Let the desk answer, from a clean sheet: what was kept may be the cause."""
        log.error("reception.gave_up guest=%s tries=%s", turn.guest_id, turn.tries - 1)
        with self.storage.begin() as work:
            now = self.clock.now()
            guest = work.guests.get(turn.guest_id)
            desk = self.handover.hand_over(work, guest, summary=NOT_ANSWERED, now=now)
            work.conversations.save(replace(desk, state={}))
            self._send(work, turn, Reply(body=self.chat.last_resort()), now=now)
            if work.inbox.finish(turn, at=now):
                work.commit()
        self.waker.wake()

    def _load(self, turn: Turn) -> tuple[Guest, Conversation]:
        with self.storage.begin() as work:
            guest = work.guests.get(turn.guest_id)
            now = self.clock.now()
            return guest, self.handover.current(work, turn.guest_id, now=now)

    def _close(self, turn: Turn, x: Exchange, wishes: list[Wish]) -> list[InboundMessage]:
        """Save the conversation and the reply, unless more has come: then return that."""
        with self.storage.begin() as work:
            # The guest's row is written by whoever takes their next message, too.
            work.codes.serialise(turn.messages[-1].address)
            known = {message.id for message in turn.messages}
            new = [one for one in work.inbox.waiting(turn) if one.id not in known]
            if new:
                return new
            guest = work.guests.get(turn.guest_id)
            said = self._mind_wishes(work, guest, turn.messages[-1], wishes, now=x.now)
            self._save(work, x, turn, said)
            if work.inbox.finish(turn, at=x.now):
                work.commit()
        return []

    def _save(self, work: UnitOfWork, x: Exchange, turn: Turn, said: str | None) -> None:
        if x.wants_link and (x.tells or x.question):
            x.link = self.login.link_for(
                work, x.guest.id, reference=x.link_reference, now=x.now
            )
        conversation = self._handed(work, x)
        is_taken = self.handover.holds(conversation, x.now) and x.handover is None
        # Somebody at the desk may have taken over just now; what was done is told all the same.
        reply = self.chat.reply(x) if x.has_acted or not is_taken else None
        body = "\n\n".join(part for part in (said, reply.body if reply else "") if part)
        sent = None
        if body:
            options = reply or Reply(body=body)
            sent = self._send(work, turn, replace(options, body=body), now=x.now)
        state = self.chat.state_after(x, reply, sent)
        work.conversations.save(replace(conversation, state=state).heard(x.now))
        guest = work.guests.get(turn.guest_id)
        if guest.room != x.guest.room:
            work.guests.save(replace(guest, room=x.guest.room, updated_at=x.now))

    def _handed(self, work: UnitOfWork, x: Exchange) -> Conversation:
        if x.is_back:
            self.handover.give_back(work, x.guest.id, by=x.by, now=x.now)
        if x.handover is not None:
            return self.handover.hand_over(work, x.guest, summary=x.handover, now=x.now)
        return self.handover.current(work, x.guest.id, now=x.now)

    def _mind_wishes(
        self,
        work: UnitOfWork,
        guest: Guest,
        latest: InboundMessage,
        wishes: list[Wish],
        *,
        now: datetime,
    ) -> str | None:
        """Note STOP or START, the last one that was said; return what to say to it."""
        if not wishes:
            return None
        wish = wishes[-1]
        address = next(a for a in guest.addresses if a.value == latest.address)
        if (wish is Wish.STOP) == (address.opted_out_at is not None):
            return None
        opted_out_at = now if wish is Wish.STOP else None
        work.guests.save(_with(guest, replace(address, opted_out_at=opted_out_at), at=now))
        say = phrases.stopped if wish is Wish.STOP else phrases.started
        return say(resort_name=self.resort_name)

    def _send(self, work: UnitOfWork, turn: Turn, reply: Reply, *, now: datetime) -> UUID:
        """Keep a reply in as many messages as its length asks for; the last one, whose id is
        returned, has the choices.
        """
        *before, last = parts_of(reply.body)
        for number, part in enumerate(before, 1):
            self._keep(work, turn, Reply(body=part), number, now=now)
        return self._keep(work, turn, replace(reply, body=last), len(before) + 1, now=now)

    def _keep(
        self, work: UnitOfWork, turn: Turn, reply: Reply, number: int, *, now: datetime
    ) -> UUID:
        to = turn.messages[-1]
        event = Event(
            id=self.ids.new(),
            kind=EventKind.CHAT_REPLY,
            subject_id=to.id,
            version=number,
            guest_id=turn.guest_id,
            door=Door.WHATSAPP.value,
            created_at=now,
            due_at=now,
            request_id=current_request.get(),
        )
        message = OutboundMessage(
            id=self.ids.new(),
            event_id=event.id,
            guest_id=turn.guest_id,
            channel=to.channel,
            address=to.address,
            kind=event.kind.value,
            body=reply.body,
            buttons=reply.buttons,
            rows=reply.rows,
            created_at=now,
        )
        work.messages.add_outbound(message)
        work.outbox.add(event)
        return message.id

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


def _note_heard(work: UnitOfWork, guest: Guest, heard: Heard, *, at: datetime) -> None:
    address = next(a for a in guest.addresses if a.value == heard.address)
    if guest.name or not heard.name:
        work.guests.note_heard(address.id, at=at)
        return
    named = replace(guest, name=heard.name[:200])
    work.guests.save(_with(named, replace(address, last_inbound_at=at), at=at))


def _with(guest: Guest, address: ChannelAddress, *, at: datetime) -> Guest:
    addresses = tuple(address if a.id == address.id else a for a in guest.addresses)
    return replace(guest, addresses=addresses, updated_at=at)
