"""Ranking activities for a guest: what is liked, what was done, what others love, and chance.

A sum of small parts, each between 0 and 1 and each with a weight that says how much it counts;
what is liked and what was found helpful counts most. Popularity alone never wins: its share is
damped by a logarithm, and chance lets what nobody booked yet be seen (the "exploration" of
recommender systems).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from resortbook.domain.activity import Activity
from resortbook.domain.money import Money
from resortbook.domain.preferences import PartOfDay, Preferences


class Why(StrEnum):
    """What speaks for an activity, strongest first where it is explained."""

    CATEGORY = "category"
    FEEDBACK = "feedback"
    HISTORY = "history"
    INTERESTS = "interests"
    TIME = "time"
    BUDGET = "budget"
    POPULAR = "popular"
    SOON = "soon"
    NEW = "new"


WEIGHTS = {
    Why.CATEGORY: 0.26,
    Why.FEEDBACK: 0.24,
    Why.HISTORY: 0.14,
    Why.INTERESTS: 0.12,
    Why.TIME: 0.08,
    Why.BUDGET: 0.05,
    Why.POPULAR: 0.06,
    Why.SOON: 0.03,
    Why.NEW: 0.02,
}
DONE_ALREADY = 0.1
"""What was done in this stay counts a tenth: once more is rarely what is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """What is known of a guest; all of it may be empty.

    `done` counts bookings by activity, `liked` and `disliked` count feedback by activity.
    """

    preferences: Preferences | None = None
    done: Mapping[UUID, int] = field(default_factory=dict)
    liked: Mapping[UUID, int] = field(default_factory=dict)
    disliked: Mapping[UUID, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An activity that can be had: when next, and how often it was booked lately."""

    activity: Activity
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


def rank(offers: list[Offer], taste: Taste, *, known: Mapping[UUID, Activity]) -> list[Ranked]:
    """Return the offers, best first."""
    most_booked = max((one.booked_lately for one in offers), default=0)
    ranked = [_ranked(one, taste, most_booked, known) for one in offers]
    return sorted(ranked, key=lambda one: (-one.score, one.offer.activity.id))


def _ranked(
    offer: Offer, taste: Taste, most_booked: int, known: Mapping[UUID, Activity]
) -> Ranked:
    parts = _parts(offer, taste, most_booked, known)
    weighed = {why: WEIGHTS[why] * part for why, part in parts.items()}
    score = max(0.0, sum(weighed.values()))
    if taste.done.get(offer.activity.id):
        score *= DONE_ALREADY
    strongest = sorted((why for why in weighed if weighed[why] > 0), key=lambda w: -weighed[w])
    return Ranked(offer=offer, score=round(min(1.0, score), 4), why=tuple(strongest[:2]))


def _parts(
    offer: Offer, taste: Taste, most_booked: int, known: Mapping[UUID, Activity]
) -> dict[Why, float]:
    activity, likes = offer.activity, taste.preferences
    popular = math.log1p(offer.booked_lately) / math.log1p(most_booked) if most_booked else 0.0
    return {
        Why.CATEGORY: float(bool(likes and activity.category in likes.preferred_categories)),
        Why.FEEDBACK: _feedback(activity, taste, known),
        Why.HISTORY: _history(activity, taste, known),
        Why.INTERESTS: _interests(activity, likes),
        Why.TIME: float(bool(likes and offer.part in likes.preferred_times)),
        Why.BUDGET: _budget(activity.price, likes),
        Why.POPULAR: popular,
        Why.SOON: max(0.0, 1 - offer.hours_ahead / 48),
        Why.NEW: offer.chance,
    }


def _feedback(activity: Activity, taste: Taste, known: Mapping[UUID, Activity]) -> float:
    """Return from -1 to 1 what was said of it, half as much what was said of its kind."""
    own = taste.liked.get(activity.id, 0) - taste.disliked.get(activity.id, 0)
    of_kind = sum(
        taste.liked.get(one, 0) - taste.disliked.get(one, 0)
        for one, other in known.items()
        if other.category == activity.category and one != activity.id
    )
    return max(-1.0, min(1.0, own + 0.5 * of_kind))


def _history(activity: Activity, taste: Taste, known: Mapping[UUID, Activity]) -> float:
    """Return the share of what was done that was of the same kind."""
    total = sum(taste.done.values())
    same = sum(
        n
        for one, n in taste.done.items()
        if one in known and known[one].category == activity.category
    )
    return same / total if total else 0.0


def _interests(activity: Activity, likes: Preferences | None) -> float:
    if likes is None or not likes.interests:
        return 0.0
    wanted = {word for word in likes.interests.casefold().split() if len(word) > 3}
    told = f"{activity.name} {activity.description}".casefold()
    return float(any(word.strip(".,;!?") in told for word in wanted))


def _budget(price: Money, likes: Preferences | None) -> float:
    if likes is None or (likes.budget_min is None and likes.budget_max is None):
        return 0.0
    is_cheap = likes.budget_max is None or price <= likes.budget_max
    is_dear = likes.budget_min is None or price >= likes.budget_min
    return 1.0 if is_cheap and is_dear else -1.0
