"""Doing a thing once, however often it is asked for with the same key."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from resortbook.domain.booking import BookingDetail
from resortbook.domain.errors import KeyReused, RequestInProgress, ResortError, Unavailable
from resortbook.ports.idempotency import AnswerKept, KeptAnswer, Once
from resortbook.ports.reads import SalesReads
from resortbook.ports.world import Clock

KEPT_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a request is answered with; `replayed` when the work had been done before."""

    status: int
    body: bytes
    replayed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OnceService:
    """Answers repeated requests from what the first one was answered with."""

    sales: SalesReads
    clock: Clock

    def run(self, once: Once, do: Callable[[], BookingDetail]) -> Answer:
        """`do` the work, which keeps its answer in its own transaction, or answer from the
        kept answer where the work was done before.

        Raises:
            KeyReused: the key belongs to another request.
            RequestInProgress: the first one still runs.
        """
        try:
            # Hardly any request is a repeated one: the key is not asked for before.
            detail = do()
        except Unavailable:
            raise
        except (AnswerKept, ResortError) as refused:
            # What the first one did may be just what this one ran into.
            if kept := self._kept(once):
                return kept
            if isinstance(refused, ResortError):
                raise
            raise RequestInProgress(
                "The first request with this key is still running"
            ) from None
        return Answer(status=once.status, body=once.render(detail))

    def _kept(self, once: Once) -> Answer | None:
        kept = self.sales.kept_answer(once.owner, once.key, now=self.clock.now())
        if kept is None:
            return None
        if kept.fingerprint != once.fingerprint:
            raise KeyReused("This idempotency key was used for another request")
        return Answer(status=kept.status, body=kept.body, replayed=True)


def keep(once: Once | None, detail: BookingDetail, *, at: datetime) -> KeptAnswer | None:
    """Return the row that keeps the answer about `detail` for a day, where a key was given."""
    if once is None:
        return None
    return KeptAnswer(
        owner=once.owner,
        key=once.key,
        fingerprint=once.fingerprint,
        status=once.status,
        body=once.render(detail),
        created_at=at,
        expires_at=at + KEPT_FOR,
    )
