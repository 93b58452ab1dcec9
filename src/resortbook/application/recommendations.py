"""Recommending what to do."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

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
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock, Ids

SOON = timedelta(days=7)
LATELY = timedelta(days=30)
NOON, FIVE = 12, 17


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """An activity, how well it suits (0..1), why in words, and when it can be had next."""

    activity: Activity
    score: float
    reason: str
    next_slot: SlotReading


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

    def get_recommendations(
        self,
        guest_id: UUID | None,
        *,
        limit: int = 3,
        party: Mapping[str, int] | int | None = None,
        only: frozenset[UUID] | None = None,
    ) -> list[Recommendation]:
        """Return the best activities for a guest, or for anybody; `only` names those to choose
        from.
        """
        taste, offered = self._taste(guest_id), self.offered.current()
        offers, slots = self._offers(offered, guest_id, party, only)
        ranked = _mixed(rank(offers, taste, known=offered.activities))[:limit]
        return [
            self._told(one, slots[one.offer.activity.id], labels=offered.labels)
            for one in ranked
        ]

    def explain_recommendation(self, guest_id: UUID | None, activity_id: UUID) -> str:
        """Say why an activity suits a guest. Raises NotFound: it cannot be had soon."""
        only = frozenset({activity_id})
        for one in self.get_recommendations(guest_id, limit=1, only=only):
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
        self, guest_id: UUID, *, categories: tuple[str, ...], times: tuple[PartOfDay, ...] = ()
    ) -> Preferences:
        """Add what a guest said to like to the profile, where it can be seen and taken back."""
        with self.storage.begin() as work:
            likes = work.preferences.get(guest_id)
            both = tuple(dict.fromkeys((*likes.preferred_categories, *categories)))
            hours = tuple(dict.fromkeys((*likes.preferred_times, *times)))
            now = self.clock.now()
            changed = replace(
                likes, preferred_categories=both, preferred_times=hours, last_updated=now
            )
            work.preferences.put(changed)
            work.commit()
        return changed

    def _taste(self, guest_id: UUID | None) -> Taste:
        if guest_id is None:
            return Taste()
        said = self.tastes.feedback_of(guest_id)
        return Taste(
            preferences=self.reads.people.preferences(guest_id),
            done=self.tastes.done_by(guest_id),
            liked={one: 1 for one, helpful in said.items() if helpful},
            disliked={one: 1 for one, helpful in said.items() if not helpful},
        )

    def _offers(
        self,
        offered: Offered,
        guest_id: UUID | None,
        party: Mapping[str, int] | int | None,
        only: frozenset[UUID] | None,
    ) -> tuple[list[Offer], dict[UUID, SlotReading]]:
        now = self.clock.now()
        seats: dict[UUID, int] = {}
        for activity in offered.activities.values():
            needed = _seats(activity, party)
            if needed is not None and (only is None or activity.id in only):
                seats[activity.id] = needed
        found = self.reads.catalogue.next_free(seats, now=now, limit=1, until=now + SOON)
        slots = {one: free[0] for one, free in found.items() if free}
        lately = self.tastes.booked_since(now - LATELY)
        offers = [
            Offer(
                activity=offered.activities[one],
                part=self._part(slot),
                hours_ahead=(slot.slot.start_time - now).total_seconds() / 3_600,
                booked_lately=lately.get(one, 0),
                chance=self._chance(guest_id, one),
            )
            for one, slot in slots.items()
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
        activity = ranked.offer.activity
        start = slot.slot.start_time
        reason = reasons.reason(
            ranked.why,
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


def _mixed(ranked: list[Ranked]) -> list[Ranked]:
    """Put no more than two of a kind before everything else has had its turn."""
    first: list[Ranked] = []
    later: list[Ranked] = []
    seen: dict[str, int] = {}
    for one in ranked:
        category = one.offer.activity.category
        seen[category] = seen.get(category, 0) + 1
        (first if seen[category] <= 2 else later).append(one)
    return [*first, *later]
