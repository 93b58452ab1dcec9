"""How much of a language model guests may use: turns for each, tokens for all."""

from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """Counts in the database, so that all processes share it, by the resort's day.

    Over a limit nobody is refused anything: the built-in engine answers until the next day.
    """

    storage: Storage
    clock: Clock
    zone: ZoneInfo
    turns_a_guest: int
    tokens_a_day: int

    def take(self, guest_id: UUID) -> bool:
        """Take a turn of the guest's; False where it, or everybody's tokens, are used up."""
        day = self.clock.now().astimezone(self.zone).date()
        with self.storage.begin() as work:
            if work.usage.tokens_on(day) >= self.tokens_a_day:
                return False
            if work.usage.turns_of(guest_id, day) >= self.turns_a_guest:
                return False
            work.usage.add(guest_id, day, turns=1)
            work.commit()
        return True

    def spend(self, guest_id: UUID, tokens_in: int, tokens_out: int) -> None:
        """Note what a turn cost."""
        day = self.clock.now().astimezone(self.zone).date()
        with self.storage.begin() as work:
            work.usage.add(guest_id, day, tokens_in=tokens_in, tokens_out=tokens_out)
            work.commit()
