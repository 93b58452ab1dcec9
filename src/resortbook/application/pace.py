"""The pace of sending: no more messages in a second than the sender may."""

from dataclasses import dataclass

from resortbook.ports.messaging import MessengerDown
from resortbook.ports.storage import UnitOfWork
from resortbook.ports.world import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How many messages one sender sends in any second, however many processes send for it.

    `per_second` None: there is no rate to keep.
    """

    clock: Clock
    sender: str
    per_second: int | None

    def take_turn(self, work: UnitOfWork) -> int | None:
        """Take the turn of one message and return its number, if there is a rate.

        Raises:
            MessengerDown: all turns are taken; it says how long, and uses up no try.
        """
        if self.per_second is None:
            return None
        now, rate = self.clock.now(), self.per_second
        number = work.turns.take(self.sender, per_second=rate, now=now)
        if number is None:
            free_at = work.turns.next_free(self.sender, per_second=rate, now=now)
            raise MessengerDown(
                "waits for its turn",
                retry_after_seconds=(free_at - now).total_seconds(),
                uses_a_try=False,
            )
        return number

    def end_turn(self, work: UnitOfWork, number: int | None) -> None:
        """Give the turn back, for others a second from now: a send may have taken its time."""
        if number is not None:
            work.turns.end(self.sender, number, at=self.clock.now())
