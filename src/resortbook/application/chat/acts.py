"""Doing what was said exactly once, though the turn may be worked on again after a crash."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from resortbook.application.chat.exchange import Exchange
from resortbook.application.once import OnceService
from resortbook.domain.booking import BookingDetail
from resortbook.domain.errors import NotFound
from resortbook.ports.idempotency import Once
from resortbook.ports.reads import SalesReads

Do = Callable[[Once], BookingDetail]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """Runs the acts of a message, each under a key made of the message and its number.

    A turn whose worker died is worked on from the start: acts that were committed answer by
    their kept result and are not done again.
    """

    once: OnceService
    sales: SalesReads

    def do(self, exchange: Exchange, name: str, work: Do) -> BookingDetail:
        """Do `work`, or return what it led to before; raises what `work` raises."""
        key = self._next(exchange, name)
        exchange.acted += 1
        exchange.has_acted = True
        answer = self.once.run(key, lambda: work(key))
        detail = self.sales.booking(UUID(bytes=answer.body))
        if detail is None:
            raise NotFound("There is no such booking")
        return detail

    def was_done(self, exchange: Exchange, name: str) -> bool:
        """Say whether the next act of the message was done before, by a worker that died."""
        key = self._next(exchange, name)
        return self.sales.kept_answer(key.owner, key.key, now=exchange.now) is not None

    def _next(self, exchange: Exchange, name: str) -> Once:
        return Once(
            owner=f"guest:{exchange.guest.id}",
            key=f"chat:{exchange.message.id}:{exchange.acted}:{name}",
            fingerprint="chat",
            render=lambda detail: detail.booking.id.bytes,
        )
