"""How much of a language model guests may use: turns and tokens, for each and for all."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from resortbook.application.chat.model.outcome import Outcome
from resortbook.ports.storage import Storage
from resortbook.ports.usage_storage import Used
from resortbook.ports.world import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """So much a day, by the resort's calendar."""

    turns_a_guest: int
    tokens_a_guest: int
    turns: int
    tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """Counts in the database, so that all processes share it, by the resort's day.

    Over a limit nobody is refused anything: the built-in engine answers until the next day.
    """

    storage: Storage
    clock: Clock
    zone: ZoneInfo
    limits: Limits

    def take(self, guest_id: UUID) -> bool:
        """Take a turn of the guest's; False where it, or everybody's share, is used up."""
        day = self._today()
        with self.storage.begin() as work:
            has_left = self._has_left(work.usage.on(day), work.usage.of(guest_id, day))
            if has_left:
                work.usage.add(guest_id, day, turns=1)
            else:
                work.usage.count(day, Outcome.SPENT)
            work.commit()
        return has_left

    def note(
        self, guest_id: UUID, outcome: Outcome, *, tokens_in: int = 0, tokens_out: int = 0
    ) -> None:
        """Note what became of a turn and what it cost."""
        day = self._today()
        with self.storage.begin() as work:
            work.usage.count(day, outcome)
            work.usage.add(guest_id, day, tokens_in=tokens_in, tokens_out=tokens_out)
            work.commit()

    def _has_left(self, everybody: Used, guest: Used) -> bool:
        limits = self.limits
        return (
            everybody.tokens < limits.tokens
            and everybody.turns < limits.turns
            and guest.tokens < limits.tokens_a_guest
            and guest.turns < limits.turns_a_guest
        )

    def _today(self) -> date:
        return self.clock.now().astimezone(self.zone).date()
