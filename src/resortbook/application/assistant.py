"""What the language model was asked, what came of it, and what it cost."""

from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from resortbook.application.chat.model.allowance import Limits
from resortbook.ports.reads import Reads
from resortbook.ports.usage_storage import UsageFigures, Used
from resortbook.ports.world import Clock

MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What a million tokens cost, in cents."""

    cents_in: int
    cents_out: int

    def of(self, used: Used) -> Decimal:
        """Return the cents that this cost."""
        millionths = used.tokens_in * self.cents_in + used.tokens_out * self.cents_out
        return Decimal(millionths) / MILLION


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistantFigures:
    """All of it, beside what a day may take."""

    usage: UsageFigures
    limits: Limits
    cents: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistantService:
    """Adds up what the model took; the same in every process, for it stands in the database."""

    reads: Reads
    clock: Clock
    zone: ZoneInfo
    limits: Limits
    prices: Prices

    def figures(self) -> AssistantFigures:
        """Return the figures of ever and of the resort's day. Raises Unavailable."""
        usage = self.reads.usage.figures(self.clock.now().astimezone(self.zone).date())
        return AssistantFigures(
            usage=usage, limits=self.limits, cents=self.prices.of(usage.ever)
        )
