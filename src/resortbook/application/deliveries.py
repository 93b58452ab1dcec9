"""What became of messages that went out, as the provider tells it."""

import logging
from dataclasses import dataclass
from uuid import UUID

from resortbook.domain.messages import Delivery
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryService:
    """Keeps how far messages have come; reports may come late, twice and in any order."""

    storage: Storage
    clock: Clock

    def note(
        self,
        provider_sid: str,
        delivery: Delivery,
        *,
        message_id: UUID | None = None,
        error: str = "",
    ) -> bool:
        """Note a report about the message with the provider's id; never backwards.

        `message_id` is our own id, which the provider was given with the message: so a report
        counts that comes before the answer to the send, or in place of it.

        Tells whether anything changed: False for an unknown message, or one that has come as
        far already. `error` is the provider's reason, without any personal value.
        """
        with self.storage.begin() as work:
            is_news = work.messages.report(
                provider_sid,
                delivery,
                at=self.clock.now(),
                message_id=message_id,
                error=error,
            )
            work.commit()
        if is_news and delivery is Delivery.FAILED:
            log.warning("message.failed sid=%s error=%s", provider_sid, error)
        return is_news
