"""The courier: keeps a message, sends it outside of any transaction, and notes that it went."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from resortbook.application.pace import Pace
from resortbook.domain.events import Event
from resortbook.domain.messages import TYPED_HERE, Delivery, OutboundMessage
from resortbook.ports.messaging import (
    MessageRefused,
    Messenger,
    MessengerDown,
    TemplateMissing,
)
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock

DROPPED = "not true any more"

Compose = Callable[[UnitOfWork], OutboundMessage | None]
"""Writes the message of an event, or None where there is nobody to tell (any more)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Courier:
    """Carries the one message of an event, in words that are true when it is sent.

    A send is noted before it begins. Where one began whose end nobody knows (the connection was
    cut, the process was killed), the provider's own report settles it, or else the provider is
    asked for it before it is tried again.
    """

    storage: Storage
    messenger: Messenger
    clock: Clock
    pace: Pace

    def carry_kept(self, event: Event) -> bool:
        """Send the message that was kept with the event; raises as `carry`."""

        def compose(work: UnitOfWork) -> OutboundMessage | None:
            kept = work.messages.find_outbound(event.id)
            # Who was erased meanwhile has no address any more.
            return kept if kept and kept.address else None

        return self.carry(event, compose)

    def carry_reply(self, event: Event) -> bool:
        """Send the reply that was kept with the event; raises as `carry`.

        The answer to what was typed on this machine stays here, whichever process is at it.
        """
        with self.storage.begin() as work:
            is_here = work.inbox.provider_sid(event.subject_id).startswith(TYPED_HERE)
            kept = work.messages.find_outbound(event.id)
            if is_here and kept is not None:
                sid = f"{TYPED_HERE}{kept.id.hex}"
                now = self.clock.now()
                work.messages.mark(kept.id, Delivery.SENT, at=now, provider_sid=sid)
                work.commit()
        return kept is not None if is_here else self.carry_kept(event)

    def carry(self, event: Event, compose: Compose) -> bool:
        """Send what `compose` writes; return whether there was anything to send. Where there is
        nothing any more, the reason is noted at what an earlier try kept.

        What the provider has taken already is not sent again, whatever became of it there.

        Raises:
            MessengerDown, OutcomeUnknown, MessageRefused, TemplateMissing: see the messenger;
                the message stays kept. MessengerDown also where the pace lets nothing go now.
        """
        with self.storage.begin() as work:
            message = compose(work)
            if message is None:
                # One may be kept that an earlier try, when there was something to say, left.
                if work.messages.drop(event.id, at=self.clock.now(), reason=DROPPED):
                    work.commit()
                return False
            kept = work.messages.add_outbound(message)
            standing = work.messages.standing(kept.id)
            if standing.delivery is not Delivery.QUEUED:
                return True
            is_unclear = standing.attempted_at is not None
            if not is_unclear and kept.id != message.id:
                # It was kept for a try that failed, and other words may be right by now.
                kept = replace(message, id=kept.id)
                work.messages.renew(kept.id, kept)
            turn = None if is_unclear else self._begin_attempt(work, kept)
            work.commit()
        if is_unclear and (sid := self._find(kept)):
            self._note_sent(kept, sid)
            return True
        if is_unclear:
            with self.storage.begin() as work:
                turn = self._begin_attempt(work, kept)
                work.commit()
        self._send(kept, turn)
        return True

    def _begin_attempt(self, work: UnitOfWork, message: OutboundMessage) -> int | None:
        try:
            turn = self.pace.take_turn(work)
        except MessengerDown:
            work.commit()  # what waits for its turn is kept all the same
            raise
        work.messages.begin_attempt(message.id, at=self.clock.now())
        return turn

    def _send(self, message: OutboundMessage, turn: int | None) -> None:
        try:
            sid = self.messenger.send(message)
        except (MessengerDown, MessageRefused, TemplateMissing) as certain:
            self._end_attempt(message, certain)
            raise
        self._note_sent(message, sid, turn=turn)

    def _find(self, message: OutboundMessage) -> str | None:
        found = self.messenger.find(message)
        with self.storage.begin() as work:
            # The same words may have gone out as another message, which is known by its id.
            known = work.messages.known_sids(found)
        return next((sid for sid in found if sid not in known), None)

    def _note_sent(
        self, message: OutboundMessage, sid: str, *, turn: int | None = None
    ) -> None:
        with self.storage.begin() as work:
            now = self.clock.now()
            self.pace.end_turn(work, turn)
            work.messages.mark(message.id, Delivery.SENT, at=now, provider_sid=sid)
            work.commit()

    def _end_attempt(self, message: OutboundMessage, why: Exception) -> None:
        with self.storage.begin() as work:
            work.messages.end_attempt(message.id)
            if isinstance(why, MessageRefused):
                now = self.clock.now()
                work.messages.mark(message.id, Delivery.FAILED, at=now, error=why.reason)
            work.commit()
