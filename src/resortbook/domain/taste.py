"""Ranking activities for a guest: what is liked, what was done, what others book, and chance.

A sum of small parts, each between -1 and 1 and each with a weight that says how much it counts;
what is liked and what was found helpful counts most. Popularity alone never wins: its share is
damped by a logarithm, and chance lets what nobody booked yet be seen (the "exploration" of
recommender systems).
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from resortbook.domain.activity import Activity
from resortbook.domain.money import Money
from resortbook.domain.preferences import PartOfDay, Preferences
from resortbook.domain.words import words_of


class Why(StrEnum):
    """What speaks for an activity."""

    CATEGORY = "category"
    FEEDBACK = "feedback"
    HISTORY = "history"
    ALIKE = "alike"
    INTERESTS = "interests"
    TIME = "time"
    BUDGET = "budget"
    POPULAR = "popular"
    SOON = "soon"
    NEW = "new"


WEIGHTS = {
    Why.CATEGORY: 0.20,
    Why.FEEDBACK: 0.20,
    Why.HISTORY: 0.16,
    Why.ALIKE: 0.09,
    Why.INTERESTS: 0.11,
    Why.TIME: 0.06,
    Why.BUDGET: 0.04,
    Why.POPULAR: 0.05,
    Why.SOON: 0.02,
    Why.NEW: 0.07,
}
SELDOM = 5
"""The power that makes chance mostly nothing, and now and then as much as popularity."""
ITS_OWN = {Why.HISTORY, Why.ALIKE, Why.FEEDBACK}
COMMON = 0.2
"""A word that stands in a larger share of all activities tells nothing of one."""
LEAST_SAID = {Why.POPULAR: 0.5, Why.ALIKE: 0.2, Why.SOON: 1.0, Why.NEW: 1.0}
"""What speaks for an activity with less than that, or nothing, is not worth a word."""
MOST_SAID = 2
OFTEN = 3
SHORTEST = 4
_ENDING = re.compile(r"(?<=\w{4})(?:ings?|ers?|e?s)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """What is known of a guest; all of it may be empty.

    `done` counts bookings by activity; `liked` and `disliked` were said of recommendations.
    """

    preferences: Preferences | None = None
    done: Mapping[UUID, int] = field(default_factory=dict)
    liked: frozenset[UUID] = frozenset()
    disliked: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An activity, and the words that tell it from others, cut to their stems."""

    activity: Activity
    words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An activity that can be had: when next, and how often it was booked lately."""

    known: Known
    part: PartOfDay
    hours_ahead: float
    booked_lately: int
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """An offer with its score (0..1) and what speaks for it most."""

    offer: Offer
    score: float
    why: tuple[Why, ...]


def known_of(activities: Iterable[Activity]) -> dict[UUID, Known]:
    """Return activities by id, each with the words that tell it from others."""
    told = [(one, stems_of(f"{one.name} {one.description}")) for one in activities]
    counts = Counter(word for _, words in told for word in words)
    most = max(2.0, COMMON * len(told))
    return {
        one.id: Known(activity=one, words=frozenset(w for w in words if counts[w] <= most))
        for one, words in told
    }


def stems_of(text: str) -> frozenset[str]:
    """Return the words of a text without endings and little words."""
    return frozenset(_ENDING.sub("", one) for one in words_of(text) if len(one) >= SHORTEST)


def rank(offers: list[Offer], taste: Taste, *, known: Mapping[UUID, Known]) -> list[Ranked]:
    """Return the offers, best first; `known` are all activities that a taste may be about.

    What was done in this stay, or was no help, comes after everything else, with no score.
    """
    leaning = _Leaning.of(taste, known)
    most_booked = max((one.booked_lately for one in offers), default=0)
    ranked = [_ranked(one, leaning, most_booked) for one in offers]
    return sorted(
        ranked,
        key=lambda one: (
            leaning.is_over(one.offer.known),
            -one.score,
            one.offer.known.activity.id,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leaning:
    """A taste as it is held against every activity: what speaks for a kind, for a word."""

    taste: Taste
    said_of_kinds: Mapping[str, float]
    said_of_words: Mapping[str, float]
    done_of_kinds: Mapping[str, float]
    done_words: frozenset[str]
    wanted: frozenset[str]

    @classmethod
    def of(cls, taste: Taste, known: Mapping[UUID, Known]) -> "_Leaning":
        liked = [known[one] for one in taste.liked if one in known]
        disliked = [known[one] for one in taste.disliked if one in known]
        done: Counter[str] = Counter()
        for one, count in taste.done.items():
            if one in known:
                done[known[one].activity.category] += count
        likes = taste.preferences
        return cls(
            taste=taste,
            said_of_kinds=_balance(
                (one.activity.category for one in liked),
                (one.activity.category for one in disliked),
            ),
            said_of_words=_balance(
                (word for one in liked for word in one.words),
                (word for one in disliked for word in one.words),
            ),
            done_of_kinds={kind: count / done.total() for kind, count in done.items()},
            done_words=frozenset(
                word for one in taste.done if one in known for word in known[one].words
            ),
            wanted=stems_of(likes.interests) if likes else frozenset(),
        )

    def feedback(self, known: Known) -> float:
        """Return from -1 to 1 what was said of it, and of what is like it."""
        activity = known.activity
        own = (activity.id in self.taste.liked) - (activity.id in self.taste.disliked)
        of_words = [self.said_of_words[one] for one in known.words if one in self.said_of_words]
        alike = sum(of_words) / len(of_words) if of_words else 0.0
        told = own + 0.6 * self.said_of_kinds.get(activity.category, 0.0) + 0.5 * alike
        return max(-1.0, min(1.0, told))

    def is_over(self, known: Known) -> bool:
        """Whether the guest has had it, or enough of it."""
        taste, one = self.taste, known.activity.id
        return bool(taste.done.get(one)) or one in taste.disliked


def _ranked(offer: Offer, leaning: _Leaning, most_booked: int) -> Ranked:
    parts = _parts(offer, leaning, most_booked)
    weighed = {why: WEIGHTS[why] * part for why, part in parts.items()}
    score = max(0.0, min(1.0, sum(weighed.values())))
    if leaning.is_over(offer.known):
        # What it did itself for its kind does not speak for it once more.
        weighed = {why: part for why, part in weighed.items() if why not in ITS_OWN}
        score = 0.0
    telling = [why for why in weighed if parts[why] > LEAST_SAID.get(why, 0.0)]
    if offer.booked_lately < OFTEN and Why.POPULAR in telling:
        telling.remove(Why.POPULAR)
    telling.sort(key=lambda why: -weighed[why])
    return Ranked(offer=offer, score=round(score, 4), why=tuple(telling[:MOST_SAID]))


def _parts(offer: Offer, leaning: _Leaning, most_booked: int) -> dict[Why, float]:
    known, likes = offer.known, leaning.taste.preferences
    category = known.activity.category
    popular = math.log1p(offer.booked_lately) / math.log1p(most_booked) if most_booked else 0.0
    return {
        Why.CATEGORY: float(bool(likes and category in likes.preferred_categories)),
        Why.FEEDBACK: leaning.feedback(known),
        Why.HISTORY: leaning.done_of_kinds.get(category, 0.0),
        Why.ALIKE: _share(known.words, leaning.done_words),
        Why.INTERESTS: float(bool(leaning.wanted & known.words)),
        Why.TIME: float(bool(likes and offer.part in likes.preferred_times)),
        Why.BUDGET: _budget(known.activity.price, likes),
        Why.POPULAR: popular,
        Why.SOON: max(0.0, 1 - offer.hours_ahead / 48),
        Why.NEW: offer.chance**SELDOM,
    }


def _balance(liked: Iterable[str], disliked: Iterable[str]) -> dict[str, float]:
    """Return from -1 to 1 what speaks for each, more surely the more was said."""
    pro, con = Counter(liked), Counter(disliked)
    return {one: (pro[one] - con[one]) / (pro[one] + con[one] + 1) for one in {*pro, *con}}


def _share(words: frozenset[str], of: frozenset[str]) -> float:
    return len(words & of) / len(words) if words and of else 0.0


def _budget(price: Money, likes: Preferences | None) -> float:
    if likes is None or (likes.budget_min is None and likes.budget_max is None):
        return 0.0
    is_cheap = likes.budget_max is None or price <= likes.budget_max
    is_dear = likes.budget_min is None or price >= likes.budget_min
    return 1.0 if is_cheap and is_dear else -1.0
