"""The courier: keeps a message, sends it outside of any transaction, and notes that it went."""

from collections.abc import Callable
from dataclasses import dataclass

from resortbook.domain.events import Event
from resortbook.domain.messages import Delivery, OutboundMessage
from resortbook.ports.messaging import Messenger
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock

Compose = Callable[[UnitOfWork], OutboundMessage | None]
"""Writes the message of an event, or None where there is nobody to tell (any more)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Courier:
    """Carries the one message of an event; what was kept of it before is sent again."""

    storage: Storage
    messenger: Messenger
    clock: Clock

    def carry_kept(self, event: Event) -> bool:
        """Send the message that was kept with the event; raises as `carry`."""
        return self.carry(event, lambda work: work.messages.find_outbound(event.id))

    def carry(self, event: Event, compose: Compose) -> bool:
        """Send what `compose` writes; return whether there was anything to send.

        Raises:
            MessengerDown, MessageRefused: see the messenger; the message stays kept.
        """
        with self.storage.begin() as work:
            message = compose(work)
            if message is None:
                return False
            kept = work.messages.add_outbound(message)
            work.commit()
        sid = self.messenger.send(kept)
        with self.storage.begin() as work:
            now = self.clock.now()
            work.messages.mark(kept.id, Delivery.SENT, at=now, provider_sid=sid)
            work.commit()
        return True
