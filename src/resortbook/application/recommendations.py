"""Recommending what to do."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

from resortbook.application.journal import Journal
from resortbook.application.offered import Offered, OfferedActivities
from resortbook.application.phrases import reasons
from resortbook.application.phrases.words import Words
from resortbook.application.policy import BookingPolicy
from resortbook.domain.activity import Activity
from resortbook.domain.actor import Actor
from resortbook.domain.errors import AuthRequired, InvalidInput, NotFound
from resortbook.domain.feedback import Feedback
from resortbook.domain.party import check_rules, quote
from resortbook.domain.preferences import PartOfDay, Preferences
from resortbook.domain.slot import SlotReading
from resortbook.domain.taste import Offer, Ranked, Taste, rank
from resortbook.ports.feedback_storage import TasteReads
from resortbook.ports.reads import Reads
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Ids

SOON = timedelta(days=7)
LATELY = timedelta(days=30)
NOON, FIVE = 12, 17

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """An activity, how well it suits (0..1), why in words, and when it can be had next."""

    activity: Activity
    score: float
    reason: str
    next_slot: SlotReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What may be recommended: the seats that the party takes of each activity that it may do,
    and, where a time was said, the free departure of each at that time. `categories` and
    `times` are what was said just now to be liked.
    """

    seats: Mapping[UUID, int]
    departures: Mapping[UUID, SlotReading] | None = None
    categories: tuple[str, ...] = ()
    times: tuple[PartOfDay, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationService:
    """Ranks what can be had soon by what is known of a guest; by rules, which can be explained.

    Never what a party may not do, what is not free, or what has no departure within a week.
    """

    storage: Storage
    reads: Reads
    tastes: TasteReads
    offered: OfferedActivities
    clock: Clock
    ids: Ids
    policy: BookingPolicy
    words: Words
    journal: Journal

    def get_recommendations(
        self,
        guest_id: UUID | None,
        *,
        limit: int = 3,
        party: Mapping[str, int] | int | None = None,
        occasion: Occasion | None = None,
    ) -> list[Recommendation]:
        """Return the best activities for a guest, or for anybody, best first.

        Who comes is `party`, or else the smallest that an activity takes; an `occasion` says it
        itself.
        """
        offered = self.offered.current()
        fitting = occasion or self._anything(offered, party)
        taste = self._taste(guest_id, fitting) if guest_id is not None else Taste()
        offers, slots = self._offers(offered, guest_id, fitting)
        ranked = _mixed(rank(offers, taste, known=offered.activities))[:limit]
        return [
            self._told(one, slots[one.offer.known.activity.id], labels=offered.labels)
            for one in ranked
        ]

    def explain_recommendation(self, guest_id: UUID | None, activity_id: UUID) -> str:
        """Say why an activity suits a guest. Raises NotFound: it cannot be had soon."""
        known = self.offered.current().activities.get(activity_id)
        if known is not None:
            seats = {activity_id: _seats(known.activity, None) or 1}
            for one in self.get_recommendations(guest_id, occasion=Occasion(seats=seats)):
                return one.reason
        raise NotFound("There is no such activity that can be had soon")

    def add_feedback(
        self, activity_id: UUID, *, helpful: bool, comment: str = "", by: Actor
    ) -> Feedback:
        """Keep what a guest says of a recommendation.

        Raises:
            NotFound: no such activity.
            AuthRequired: nobody is signed in.
        """
        if by.guest_id is None:
            raise AuthRequired("Please sign in")
        activity = self.reads.catalogue.activity(activity_id)
        if activity is None or not activity.is_active:
            raise NotFound("There is no such activity")
        feedback = Feedback(
            id=self.ids.new(),
            guest_id=by.guest_id,
            activity_id=activity.id,
            helpful=helpful,
            comment=comment,
            created_at=self.clock.now(),
        )
        with self.storage.begin() as work:
            work.feedback.add(feedback)
            work.commit()
        return feedback

    def update_preferences_from_conversation(
        self,
        guest_id: UUID,
        *,
        categories: tuple[str, ...],
        times: tuple[PartOfDay, ...] = (),
        by: Actor,
    ) -> Preferences:
        """Add what a guest said to like, and wants to be kept, to the profile, where it can be
        seen and taken back; a kind that there is not is left out.
        """
        kinds = self.offered.current().labels
        wanted = tuple(code for code in categories if code in kinds)
        with self.storage.begin() as work:
            likes = work.preferences.get(guest_id)
            changed = replace(
                likes,
                preferred_categories=_with(likes.preferred_categories, wanted),
                preferred_times=_with(likes.preferred_times, times),
            )
            self._put(work, changed, by=by)
            work.commit()
        return changed

    def forget_preferences(self, guest_id: UUID, *, by: Actor) -> None:
        """Erase what a guest is known to like."""
        with self.storage.begin() as work:
            self._put(work, Preferences(guest_id=guest_id), by=by)
            work.commit()

    def _put(self, work: UnitOfWork, likes: Preferences, *, by: Actor) -> None:
        now = self.clock.now()
        work.preferences.put(replace(likes, last_updated=now))
        subject = ("guest", likes.guest_id)
        work.audit.add(self.journal.entry("preferences.update", subject, by=by, at=now))

    def taste_of(self, guest_id: UUID) -> Taste:
        """Return what is known of a guest: preferences, bookings, feedback."""
        said = self.tastes.feedback_of(guest_id)
        return Taste(
            preferences=self.reads.people.preferences(guest_id),
            done=self.tastes.done_by(guest_id),
            liked=frozenset(one for one, helpful in said.items() if helpful),
            disliked=frozenset(one for one, helpful in said.items() if not helpful),
        )

    def name_of(self, activity_id: UUID) -> str:
        """Return the name of an activity that is offered, else nothing."""
        known = self.offered.current().activities.get(activity_id)
        return known.activity.name if known else ""

    def _taste(self, guest_id: UUID, occasion: Occasion) -> Taste:
        taste = self.taste_of(guest_id)
        kept = taste.preferences or Preferences(guest_id=guest_id)
        both = replace(
            kept,
            preferred_categories=_with(kept.preferred_categories, occasion.categories),
            preferred_times=_with(kept.preferred_times, occasion.times),
        )
        return replace(taste, preferences=both)

    def _anything(self, offered: Offered, party: Mapping[str, int] | int | None) -> Occasion:
        seats = {one: _seats(of.activity, party) for one, of in offered.activities.items()}
        return Occasion(seats={one: n for one, n in seats.items() if n is not None})

    def _offers(
        self, offered: Offered, guest_id: UUID | None, occasion: Occasion
    ) -> tuple[list[Offer], Mapping[UUID, SlotReading]]:
        now = self.clock.now()
        slots = occasion.departures
        if slots is None:
            wanted = {one: n for one, n in occasion.seats.items() if one in offered.activities}
            found = self.reads.catalogue.next_free(wanted, now=now, limit=1, until=now + SOON)
            slots = {one: free[0] for one, free in found.items() if free}
        lately = self.tastes.booked_since(now - LATELY)
        offers = [
            Offer(
                known=offered.activities[one],
                part=self._part(slot),
                hours_ahead=(slot.slot.start_time - now).total_seconds() / 3_600,
                booked_lately=lately.get(one, 0),
                chance=self._chance(guest_id, one),
            )
            for one, slot in slots.items()
            if one in offered.activities
        ]
        return offers, slots

    def _part(self, reading: SlotReading) -> PartOfDay:
        hour = reading.slot.start_time.astimezone(self.policy.zone).hour
        if hour < NOON:
            return PartOfDay.MORNING
        return PartOfDay.AFTERNOON if hour < FIVE else PartOfDay.EVENING

    def _chance(self, guest_id: UUID | None, activity_id: UUID) -> float:
        """Return a number from 0 to 1 that stays the same for a guest all day."""
        day = self.clock.now().astimezone(self.policy.zone).date().isoformat()
        seed = f"{guest_id}/{activity_id}/{day}".encode()
        return int.from_bytes(hashlib.sha256(seed).digest()[:4]) / 2**32

    def _told(
        self, ranked: Ranked, slot: SlotReading, *, labels: Mapping[str, str]
    ) -> Recommendation:
        activity = ranked.offer.known.activity
        start = slot.slot.start_time
        reason = reasons.reason(
            ranked.why,
            activity=activity,
            category=labels.get(activity.category, activity.category),
            start=start,
            words=self.words,
        )
        return Recommendation(
            activity=activity, score=ranked.score, reason=reason, next_slot=slot
        )


def _seats(activity: Activity, party: Mapping[str, int] | int | None) -> int | None:
    """Return the seats that a party takes, None where it may not come."""
    try:
        asked = quote(activity, activity.min_party if party is None else party)
        check_rules(activity, asked)
    except InvalidInput:
        return None
    return asked.seats if asked.seats <= activity.capacity_per_slot else None


def _with(kept: tuple[T, ...], more: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*kept, *more)))


def _mixed(ranked: list[Ranked]) -> list[Ranked]:
    """Put no more than two of a kind before everything else has had its turn."""
    first: list[Ranked] = []
    later: list[Ranked] = []
    seen: dict[str, int] = {}
    for one in ranked:
        category = one.offer.known.activity.category
        seen[category] = seen.get(category, 0) + 1
        (first if seen[category] <= 2 else later).append(one)
    return [*first, *later]
