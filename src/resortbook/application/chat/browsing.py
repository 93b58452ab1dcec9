"""Showing what there is: by kind, price, party and day, and what could be recommended."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from resortbook.application.chat.commands import Details
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.finding import Finding, affordable, seats_of
from resortbook.application.chat.holding import Holding
from resortbook.application.chat.means import Means
from resortbook.application.chat.understanding.when import When
from resortbook.application.phrases import offers
from resortbook.application.recommendations import RecommendationService
from resortbook.domain.activity import Activity

RECOMMENDED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Browsing:
    """Lists activities that fit what was said; of one that is alone the times at once."""

    means: Means
    finding: Finding
    holding: Holding
    recommendations: RecommendationService

    def browse(self, x: Exchange, details: Details) -> None:
        """List what fits."""
        found = self.finding.fitting(details, now=x.now)
        if not found:
            self._most_of_it(x, details)
            return
        if len(found) == 1:
            self._alone(x, found[0], details)
            return
        x.change(wish=details)
        intro = offers.here_are(
            self._label(details.category),
            day=_only_day(details.when),
            today=x.today,
            words=self.means.words,
        )
        self.holding.offering.activities(x, found, intro=intro)

    def recommend(
        self, x: Exchange, details: Details, *, kinds: frozenset[str] = frozenset()
    ) -> None:
        """Offer a few that suit the guest and the occasion, each with its reason; of these
        kinds alone where some are told.
        """
        details = replace(details, party=details.party or x.state.party)
        occasion = self.finding.occasion(details, now=x.now, kinds=kinds)
        if likes := x.state.likes:
            occasion = replace(occasion, categories=likes.categories, times=likes.times)
        found = self.recommendations.get_recommendations(
            x.guest.id, limit=RECOMMENDED, occasion=occasion
        )
        if not found:
            self._nothing(x, details)
            return
        x.change(wish=details)
        self.holding.offering.activities(
            x,
            [one.activity for one in found],
            intro=offers.i_recommend(),
            notes=[one.reason for one in found],
            best_first=True,
        )

    def which_of(self, x: Exchange, details: Details) -> None:
        """Ask which of several activities is meant by one name."""
        found = [self.means.activity(one) for one in details.activities]
        x.change(wish=Details(when=details.when, party=details.party, request=details.request))
        known = [one for one in found if one is not None]
        budget = details.budget
        within = [one for one in known if budget is None or affordable(one, budget)]
        intro = offers.which_is_meant() if within else offers.nothing_but(offers.OTHER_PRICES)
        self.holding.offering.activities(x, within or known, intro=intro)

    def _alone(self, x: Exchange, activity: Activity, details: Details) -> None:
        """Offer the times of the only activity that fits: the guest has not named it."""
        wish = Details(
            activities=(activity.id,),
            when=details.when,
            party=details.party,
            request=details.request,
        )
        x.change(wish=wish, about=activity.id)
        seats = seats_of(activity, details.party or x.state.party)
        self.holding.offering.room(x, activity, wish, seats=seats)

    def _most_of_it(self, x: Exchange, details: Details) -> None:
        """List what fits all but one of the things that were said, or say what there is."""
        for instead, looser in _looser(details):
            if found := self.finding.fitting(looser, now=x.now):
                x.change(wish=replace(looser, category=None, budget=None))
                intro = offers.nothing_but(instead)
                self.holding.offering.activities(x, found, intro=intro)
                return
        self._nothing(x, details)

    def _label(self, code: str | None) -> str | None:
        if code is None:
            return None
        labels = {one.code: one.label for one in self.means.reads.catalogue.categories()}
        return labels.get(code, code)

    def _nothing(self, x: Exchange, details: Details) -> None:
        kinds = [one.label for one in self.means.reads.catalogue.categories()]
        x.change(wish=None)
        x.settle()
        x.tell(
            f"{offers.nothing_such()} {offers.what_kinds(kinds)}"
            if kinds
            else offers.nothing_such()
        )
        if kinds:
            x.wonder(offers.what_instead())


def _looser(details: Details) -> Iterator[tuple[str, Details]]:
    """Yield what was said with one thing of it left out: first the hour, then the rest."""
    when = details.when
    if when.days and (when.times or when.part or when.after or when.before):
        yield offers.SAME_DAY, replace(details, when=When(days=when.days, until=when.until))
    if details.category:
        yield offers.OTHER_KINDS, replace(details, category=None)
    if details.budget:
        yield offers.OTHER_PRICES, replace(details, budget=None)
    if when:
        yield offers.OTHER_DAYS, replace(details, when=When())


def _only_day(when: When) -> date | None:
    return when.days[0] if len(when.days) == 1 and when.until is None else None
