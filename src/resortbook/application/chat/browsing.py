"""Showing what there is: by kind, price, party and day, and what could be recommended."""

from dataclasses import dataclass, replace
from datetime import date

from resortbook.application.chat.commands import Details
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.finding import Finding
from resortbook.application.chat.holding import Holding
from resortbook.application.chat.means import Means
from resortbook.application.chat.understanding.when import When
from resortbook.application.phrases import offers
from resortbook.application.recommendations import RecommendationService
from resortbook.domain.activity import Activity

RECOMMENDED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Browsing:
    """Lists activities that fit what was said; one that is alone is gone on with at once."""

    means: Means
    finding: Finding
    holding: Holding
    recommendations: RecommendationService

    def browse(self, x: Exchange, details: Details) -> None:
        """List what fits."""
        found = self.finding.fitting(details, now=x.now)
        if not found:
            self._nothing(x, details)
            return
        x.change(wish=details)
        if len(found) == 1:
            self.holding.pursue(x, _narrowed(details, found[0]))
            return
        intro = offers.here_are(
            self._label(details.category),
            day=_only_day(details.when),
            today=x.today,
            words=self.means.words,
        )
        self.holding.offering.activities(x, found, intro=intro)

    def recommend(self, x: Exchange, details: Details) -> None:
        """Offer a few that suit the guest and the occasion, each with its reason."""
        details = replace(details, party=details.party or x.state.party)
        occasion = self.finding.occasion(details, now=x.now)
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
        )

    def which_of(self, x: Exchange, details: Details) -> None:
        """Ask which of several activities is meant by one name."""
        found = [self.means.activity(one) for one in details.activities]
        x.change(wish=Details(when=details.when, party=details.party, request=details.request))
        known = [one for one in found if one is not None]
        self.holding.offering.activities(x, known, intro=offers.which_is_meant())

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


def _narrowed(details: Details, activity: Activity) -> Details:
    return Details(
        activities=(activity.id,),
        when=details.when,
        party=details.party,
        request=details.request,
    )


def _only_day(when: When) -> date | None:
    return when.days[0] if len(when.days) == 1 and when.until is None else None
