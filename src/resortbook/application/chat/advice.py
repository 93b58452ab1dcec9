"""Recommending for an occasion that is told in plain words."""

from dataclasses import dataclass
from uuid import UUID

from resortbook.application.chat.catalogue_names import CatalogueNames
from resortbook.application.chat.commands import Details
from resortbook.application.chat.finding import Finding
from resortbook.application.chat.understanding.money import read_budget
from resortbook.application.chat.understanding.party import read_party
from resortbook.application.chat.understanding.when import read_when
from resortbook.application.policy import BookingPolicy
from resortbook.application.recommendations import Recommendation, RecommendationService
from resortbook.ports.world import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Reads an occasion as the chat reads messages, and recommends what fits it."""

    clock: Clock
    policy: BookingPolicy
    names: CatalogueNames
    finding: Finding
    recommendations: RecommendationService

    def recommend(
        self, guest_id: UUID | None, *, context: str = "", limit: int = 3
    ) -> list[Recommendation]:
        """Return what suits the guest and the occasion, best first; nothing where none does."""
        if not context.strip():
            return self.recommendations.get_recommendations(guest_id, limit=limit)
        occasion = self.finding.occasion(self._details(context), now=self.clock.now())
        return self.recommendations.get_recommendations(
            guest_id, limit=limit, occasion=occasion
        )

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
