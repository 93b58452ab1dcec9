"""A guest's own account: profile, preferences, everything that is held, and being forgotten."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from resortbook.application.journal import Journal
from resortbook.application.people import People
from resortbook.application.phones import as_e164
from resortbook.application.sessions import person_of
from resortbook.domain.actor import Actor, Role
from resortbook.domain.booking import BookingDetail
from resortbook.domain.conversation import Conversation
from resortbook.domain.errors import FieldConflict, InvalidInput, NotFound
from resortbook.domain.guest import Guest
from resortbook.domain.login import Person
from resortbook.domain.messages import TranscriptLine
from resortbook.domain.preferences import Preferences
from resortbook.ports.holdings import Kept
from resortbook.ports.paging import Page
from resortbook.ports.reads import BookingFilter, Reads
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Everything that is held of a guest."""

    guest: Guest
    role: Role
    preferences: Preferences
    bookings: tuple[BookingDetail, ...]
    messages: tuple[TranscriptLine, ...]
    conversation: Conversation
    more: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountService:
    """What a signed-in person can do about their own data. Each method is one unit of work."""

    storage: Storage
    reads: Reads
    clock: Clock
    people: People
    journal: Journal

    def guest_of_phone(self, phone: str) -> Guest:
        """Return the guest with that phone, made where there is none. Raises InvalidPhone."""
        number = as_e164(phone)
        with self.storage.begin() as work:
            guest = self.people.by_phone(work, number, now=self.clock.now())
            work.commit()
        return guest

    def update_profile(
        self,
        guest_id: UUID,
        *,
        by: Actor,
        name: str | None = None,
        room: str | None = None,
        language: str | None = None,
    ) -> Person:
        """Change name, room or language; None leaves a thing as it is. Raises NotFound."""
        given = {"name": name, "room": room, "language": language}
        changes: dict[str, Any] = {k: v for k, v in given.items() if v is not None}
        now = self.clock.now()
        with self.storage.begin() as work:
            guest = replace(work.guests.get(guest_id), updated_at=now, **changes)
            work.guests.save(guest)
            subject = ("guest", guest_id)
            work.audit.add(
                self.journal.entry(
                    "guest.update", subject, by=by, at=now, changed=tuple(sorted(changes))
                )
            )
            role = work.staff.role_of(guest_id) or Role.GUEST
            work.commit()
        return person_of(guest, role)

    def preferences(self, guest_id: UUID) -> Preferences:
        """Return what the guest likes, as told by the guest."""
        return self.reads.people.preferences(guest_id)

    def set_preferences(self, preferences: Preferences, *, by: Actor) -> Preferences:
        """Replace what is known of the guest's likes.

        Raises:
            InvalidInput: an unknown category, or a budget that ends below its beginning.
        """
        known = self.reads.catalogue.category_labels()
        unknown = [code for code in preferences.preferred_categories if code not in known]
        if unknown:
            raise InvalidInput.on(
                "preferred_categories", f"Unknown category: {', '.join(unknown)}"
            )
        low, high = preferences.budget_min, preferences.budget_max
        if low is not None and high is not None and high < low:
            raise InvalidInput.on("budget_range", "The upper end is below the lower one")
        now = self.clock.now()
        kept = replace(preferences, last_updated=now)
        with self.storage.begin() as work:
            work.preferences.put(kept)
            subject = ("guest", preferences.guest_id)
            work.audit.add(self.journal.entry("preferences.update", subject, by=by, at=now))
            work.commit()
        return kept

    def export(self, guest_id: UUID) -> Holdings:
        """Return everything that is held of a guest. Raises NotFound."""
        guest = self.reads.sales.guests_of([guest_id]).get(guest_id)
        person = self.reads.people.person(guest_id)
        if guest is None or person is None:
            raise NotFound("There is no such guest")
        messages = [
            line
            for address in guest.addresses
            for line in self.reads.people.transcript(address.value, limit=100_000)
        ]
        talk = self.reads.talk.conversation(guest_id)
        return Holdings(
            guest=guest,
            role=person.role,
            preferences=self.reads.people.preferences(guest_id),
            bookings=tuple(self._all_bookings(guest_id)),
            messages=tuple(messages),
            conversation=talk.conversation if talk else Conversation(guest_id=guest_id),
            more=self.reads.holdings.of(guest_id),
        )

    def erase(self, guest_id: UUID, *, by: Actor) -> None:
        """Forget a guest; past bookings stay, without the person, and all sessions end.

        Raises:
            NotFound: no such guest.
            FieldConflict: on `bookings`, while one is ahead.
        """
        now = self.clock.now()
        with self.storage.begin() as work:
            work.guests.get(guest_id)
            if work.bookings.ahead_of(guest_id, now):
                raise FieldConflict(
                    "You still have a booking ahead: cancel it first, or wait until it is over",
                    field="bookings",
                )
            work.sessions.end_all(guest_id, now)
            work.staff.remove(guest_id)
            work.guests.erase(guest_id, at=now)
            subject = ("guest", guest_id)
            work.audit.add(self.journal.entry("guest.erase", subject, by=by, at=now))
            work.commit()

    def _all_bookings(self, guest_id: UUID) -> list[BookingDetail]:
        found: list[BookingDetail] = []
        page = Page(limit=100)
        wanted = BookingFilter(now=self.clock.now(), guest_id=guest_id)
        while True:
            part = self.reads.sales.bookings(wanted, page)
            found.extend(part.items)
            if part.next_cursor is None:
                return found
            page = Page(limit=100, cursor=part.next_cursor)
