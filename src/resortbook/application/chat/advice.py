"""Recommending for an occasion that is told in plain words."""

from dataclasses import dataclass
from uuid import UUID

from resortbook.application.chat.catalogue_names import CatalogueNames
from resortbook.application.chat.commands import Details
from resortbook.application.chat.finding import Finding
from resortbook.application.chat.model.choosing import MOST_CANDIDATES, ModelChoice
from resortbook.application.chat.understanding.money import read_budget
from resortbook.application.chat.understanding.party import read_party
from resortbook.application.chat.understanding.when import read_when
from resortbook.application.policy import BookingPolicy
from resortbook.application.recommendations import Recommendation, RecommendationService
from resortbook.ports.world import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """Recommendations, best first, and whether a model put them into their order."""

    items: tuple[Recommendation, ...]
    is_by_model: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Reads an occasion as the chat reads messages, and recommends what fits it; where there is
    a model, it has the last word about the order for a guest who is known.
    """

    clock: Clock
    policy: BookingPolicy
    names: CatalogueNames
    finding: Finding
    recommendations: RecommendationService
    choice: ModelChoice | None = None

    def recommend(self, guest_id: UUID | None, *, context: str = "", limit: int = 3) -> Advised:
        """Return what suits the guest and the occasion, best first; nothing where none does."""
        said, occasion = context.strip(), None
        if said:
            occasion = self.finding.occasion(self._details(said), now=self.clock.now())
        asks_model = self.choice is not None and guest_id is not None
        found = self.recommendations.get_recommendations(
            guest_id,
            limit=max(limit, MOST_CANDIDATES) if asks_model else limit,
            occasion=occasion,
        )
        chosen = None
        if self.choice is not None and guest_id is not None:
            chosen = self.choice.choose(found, guest_id=guest_id, context=said)
        return Advised(items=tuple(chosen or found)[:limit], is_by_model=chosen is not None)

    def _details(self, context: str) -> Details:
        found = self.names.current().find(context)
        rest = found.rest(context)
        when = read_when(rest, self.clock.now().astimezone(self.policy.zone))
        codes = self.names.codes()
        category = codes.get(found.categories[0].category) if found.categories else None
        return Details(
            category=category,
            when=when,
            party=read_party(when.rest(rest)),
            budget=read_budget(when.rest(rest)),
        )
