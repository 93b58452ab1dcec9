"""What became of messages that went out, as the provider tells it."""

import logging
from dataclasses import dataclass

from resortbook.domain.messages import Delivery
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryService:
    """Keeps how far messages have come; reports may come late, twice and in any order."""

    storage: Storage
    clock: Clock

    def note(self, provider_sid: str, delivery: Delivery, *, error: str = "") -> bool:
        """Note a report about the message with the provider's id; never backwards.

        Tells whether anything changed: False for an unknown message, or one that has come as
        far already. `error` is the provider's reason, without any personal value.
        """
        with self.storage.begin() as work:
            is_news = work.messages.mark_by_sid(
                provider_sid, delivery, at=self.clock.now(), error=error
            )
            work.commit()
        if is_news and delivery is Delivery.FAILED:
            log.warning("message.failed sid=%s error=%s", provider_sid, error)
        return is_news
