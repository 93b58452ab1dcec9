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

    def take_turn(self, work: UnitOfWork) -> None:
        """Take the turn of one message.

        Raises:
            MessengerDown: all turns are taken; it says how long, and uses up no try.
        """
        if self.per_second is None:
            return
        now = self.clock.now()
        free_at = work.turns.take(self.sender, per_second=self.per_second, now=now)
        if free_at is not None:
            raise MessengerDown(
                "waits for its turn",
                retry_after_seconds=(free_at - now).total_seconds(),
                uses_a_try=False,
            )
