"""What a guest says to like: taken for this time, and kept only where that is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from resortbook.application.chat.browsing import Browsing
from resortbook.application.chat.commands import Details
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.likes import ForgetLikes, Likes
from resortbook.application.chat.understanding.when import DayPart, When
from resortbook.application.phrases import likes as phrases
from resortbook.application.recommendations import RecommendationService
from resortbook.domain.preferences import PartOfDay

PARTS = {
    PartOfDay.MORNING: DayPart.MORNING,
    PartOfDay.AFTERNOON: DayPart.AFTERNOON,
    PartOfDay.EVENING: DayPart.EVENING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembering:
    """Recommends by what was just said; the profile changes only by the guest's own word."""

    browsing: Browsing
    recommendations: RecommendationService

    def told(self, x: Exchange, said: Likes) -> None:
        """Recommend what is liked, and say how it is kept; keep it where that was asked for."""
        if said.keep:
            self._keep(x, said)
            return
        x.change(likes=said)
        if not self._is_kept(x, said):
            x.tell(phrases.can_be_kept(self._words(said)))
        part = PARTS[said.times[0]] if len(said.times) == 1 else None
        details = Details(when=When(part=part))
        self.browsing.recommend(x, details, kinds=frozenset(said.categories))

    def forget(self, x: Exchange, _: ForgetLikes) -> None:
        """Erase what is liked from the profile."""
        self.recommendations.forget_preferences(x.guest.id, by=x.by)
        x.change(likes=None)
        x.digress()
        x.tell(phrases.forgotten())

    def _keep(self, x: Exchange, said: Likes) -> None:
        is_said = bool(said.categories or said.times)
        likes = said if is_said else x.state.likes
        x.digress()
        if likes is None:
            x.tell(phrases.nothing_to_keep())
            return
        self.recommendations.update_preferences_from_conversation(
            x.guest.id, categories=likes.categories, times=likes.times, by=x.by
        )
        x.change(likes=None)
        x.tell(phrases.kept(self._words(likes)))
        x.offer_link()

    def _is_kept(self, x: Exchange, said: Likes) -> bool:
        known = self.browsing.means.reads.people.preferences(x.guest.id)
        return set(said.categories) <= set(known.preferred_categories) and (
            set(said.times) <= set(known.preferred_times)
        )

    def _words(self, said: Likes) -> Sequence[str]:
        labels = self.browsing.means.reads.catalogue.category_labels()
        kinds = [labels.get(code, code) for code in said.categories]
        return [*kinds, *(phrases.TIMES[one] for one in said.times)]
