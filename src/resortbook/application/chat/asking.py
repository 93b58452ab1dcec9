"""Answering questions: about an activity, about free times, and about the resort."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from resortbook.application.chat.browsing import Browsing
from resortbook.application.chat.commands import (
    AskActivity,
    AskResort,
    AskTimes,
    Details,
)
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.facts import FactBook
from resortbook.application.chat.means import Means
from resortbook.application.chat.parties import rates_of
from resortbook.application.chat.state import Ask, Question
from resortbook.application.chat.times import MOST_OFFERED
from resortbook.application.chat.topics import Topic
from resortbook.application.chat.understanding.when import When
from resortbook.application.phrases import about, holds, offers, smalltalk
from resortbook.domain.activity import Activity
from resortbook.domain.errors import InvalidInput
from resortbook.domain.party import check_rules, quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Answers from the catalogue and from the resort's facts; nothing is held or changed."""

    means: Means
    browsing: Browsing
    facts: FactBook

    def about_activity(self, x: Exchange, asked: AskActivity) -> None:
        """Tell about an activity, then come back to what was pending."""
        activity = self._meant(x, asked.activity)
        if activity is None and asked.topics == (Topic.CANCELLING,):
            x.tell(about.cancelling_in_general(self.means.policy.deadline_hours))
            x.digress()
            return
        if activity is None:
            x.ask(_which_activity())
            return
        x.change(about=activity.id)
        if x.state.question is None and not self.means.open_holds(x):
            wish = x.state.wish or Details()
            x.change(wish=replace(wish, activities=(activity.id,), category=None))
        words = self.means.words
        hours = activity.deadline_hours(self.means.policy.deadline_hours)
        say: Mapping[Topic, Callable[[], str]] = {
            Topic.ALL: lambda: about.everything(activity, words),
            Topic.PRICE: lambda: about.price(activity, words),
            Topic.DURATION: lambda: about.duration(activity),
            Topic.PLACE: lambda: about.place(activity),
            Topic.BRING: lambda: about.bring(activity),
            Topic.RULES: lambda: about.rules(activity),
            Topic.CANCELLING: lambda: about.cancelling(activity, hours),
            Topic.WHEN: lambda: self._when(x, activity),
            Topic.HEALTH: lambda: about.health(activity),
        }
        # What is said of health has the rules in it.
        said = set(asked.topics) - ({Topic.RULES} if Topic.HEALTH in asked.topics else set())
        for topic in asked.topics:
            if topic in said:
                x.tell(say[topic]())
        if Topic.HEALTH in asked.topics and x.state.question is None:
            x.ask(self.browsing.holding.offering.ask_desk())
        else:
            x.digress()

    def about_times(self, x: Exchange, asked: AskTimes) -> None:
        """Say when there is room, as choices."""
        details = asked.details
        if len(details.activities) > 1:
            self.browsing.which_of(x, details)
            return
        activity = self._meant(x, details.activities[0] if details.activities else None)
        if activity is None or (not details.activities and details.category):
            self.browsing.browse(x, details)
            return
        wish = Details(
            activities=(activity.id,),
            when=details.when if details.activities else self._on_its_day(x, details.when),
            party=details.party,
            request=details.request,
        )
        x.change(wish=wish, about=activity.id)
        try:
            party = details.party or x.state.party
            quoted = quote(activity, rates_of(activity, party) if party else activity.min_party)
            check_rules(activity, quoted)
        except InvalidInput as refused:
            x.tell(f"{refused}.")
            x.digress()
            return
        self.browsing.holding.offering.room(x, activity, wish, seats=quoted.seats)

    def about_resort(self, x: Exchange, asked: AskResort) -> None:
        """Answer from the facts, as they are written; what is unknown is for the desk."""
        if answer := self.facts.answer(asked.question):
            x.tell(answer)
            x.digress()
        else:
            self.unknown(x)

    def unknown(self, x: Exchange) -> None:
        """Say that it is not known, and offer the desk; what is pending comes first."""
        x.tell(smalltalk.nothing_known())
        if x.state.question is None:
            x.ask(self.browsing.holding.offering.ask_desk())
        else:
            x.digress()

    def _when(self, x: Exchange, activity: Activity) -> str:
        """Say when the guest's own booking is, else when the next departures are."""
        ahead = [one for one in self.means.ahead(x) if one.activity.id == activity.id]
        words = self.means.words
        if ahead:
            start = holds.when(ahead[0].slot.start_time, today=x.today, words=words)
            early = activity.arrive_minutes_before
            return about.starts(activity.name, start, early=early)
        seats = quote(activity, activity.min_party).seats
        found = self.means.times.next_free(activity, seats=seats, now=x.now)
        starts = [one.slot.start_time for one in found[:MOST_OFFERED]]
        return "\n".join(
            [f"{activity.name}:", *offers.times(starts, today=x.today, words=words)]
        )

    def _on_its_day(self, x: Exchange, when: When) -> When:
        """Return an hour that is asked for as one of the day that is held already."""
        held = self.means.open_holds(x)
        if not held or not when or when.days:
            return when
        return replace(when, days=(self.means.words.local_day(held[-1].slot.start_time),))

    def _meant(self, x: Exchange, named: UUID | None) -> Activity | None:
        if named is not None:
            return self.means.activity(named)
        holds = self.means.open_holds(x)
        if holds:
            return self.means.activity(holds[-1].activity.id)
        wish = x.state.wish
        if wish is not None and len(wish.activities) == 1:
            return self.means.activity(wish.activities[0])
        return self.means.activity(x.state.about) if x.state.about else None


def _which_activity() -> Question:
    return Question(ask=Ask.ACTIVITY, text=offers.about_which(), again=offers.about_which())
