"""An operator's work on guests: exporting, erasing, importing them."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from resortbook.application.account import AccountService, Holdings
from resortbook.application.bookings import BookingService
from resortbook.application.importing.guest_rows import GUESTS, GuestDraft, read_guest_row
from resortbook.application.importing.rows import BadRow
from resortbook.application.importing.source import read_source
from resortbook.application.journal import Journal
from resortbook.application.people import People, find_guest
from resortbook.application.phones import as_e164
from resortbook.domain.actor import Actor
from resortbook.domain.booking import BookingStatus
from resortbook.domain.errors import NotFound
from resortbook.domain.guest import Channel, Guest
from resortbook.ports.paging import Page
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock

OPEN = (BookingStatus.PENDING, BookingStatus.CONFIRMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestsReport:
    """What came of a file; with a bad row nothing was written."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    bad: tuple[BadRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestListService:
    """Finds guests by their phones, for whoever may use the command line."""

    storage: Storage
    clock: Clock
    people: People
    journal: Journal
    account: AccountService
    bookings: BookingService

    def export(self, phone: str) -> Holdings:
        """Return everything that is held of a phone's owner.

        Raises:
            InvalidPhone: not a phone number.
            NotFound: nobody has it.
        """
        return self.account.export(self._of(phone).id)

    def erase(self, phone: str, *, by: Actor) -> int:
        """Forget a phone's owner; return how many bookings ahead were cancelled for that.

        What is past stays, without the person. Nobody is told: there is nobody left to tell.

        Raises:
            InvalidPhone: not a phone number.
            NotFound: nobody has it (any more).
        """
        guest = self._of(phone)
        cancelled = 0
        while ahead := self._ahead(guest):
            for booking_id in ahead:
                self.bookings.cancel_booking(booking_id, by=by, reason="erased")
                cancelled += 1
        self.account.erase(guest.id, by=by)
        return cancelled

    def import_file(self, name: str, content: bytes, *, by: Actor) -> GuestsReport:
        """Create and update the guests of a file, all in one transaction, or nothing at all.

        `name` is the file's, for its ending. The phone decides whether a guest is new; a field
        that is blank stays as it is.

        Raises:
            InvalidInput: on `file`: it cannot be read as a list of guests at all.
        """
        source = read_source(content, name=name, table=GUESTS)
        drafts = [read_guest_row(row) for row in source.rows]
        bad = tuple(problem for draft in drafts for problem in draft.problems)
        if bad:
            return GuestsReport(bad=bad)
        done: list[str] = []
        now = self.clock.now()
        with self.storage.begin() as work:
            for draft in drafts:
                done.append(self._put(work, draft, by=by, now=now))
            work.commit()
        return GuestsReport(
            created=done.count("created"),
            updated=done.count("updated"),
            unchanged=done.count("unchanged"),
        )

    def _put(self, work: UnitOfWork, draft: GuestDraft, *, by: Actor, now: datetime) -> str:
        told = dict(draft.given)
        phone = told.pop("phone")
        known = find_guest(work, Channel.PHONE, phone)
        guest = known or self.people.by_phone(work, phone, now=now)
        changed = replace(
            guest,
            name=told.get("name", guest.name),
            room=told.get("room", guest.room),
            language=told.get("language", guest.language),
        )
        if changed == guest and known is not None:
            return "unchanged"
        work.guests.save(replace(changed, updated_at=now))
        work.audit.add(
            self.journal.entry(
                "guest.import", ("guest", guest.id), by=by, at=now, changed=tuple(sorted(told))
            )
        )
        return "updated" if known else "created"

    def _ahead(self, guest: Guest) -> list[UUID]:
        found = self.bookings.get_user_bookings(
            guest.id, statuses=OPEN, upcoming=True, page=Page(limit=100)
        )
        return [one.booking.id for one in found.items]

    def _of(self, phone: str) -> Guest:
        number = as_e164(phone)
        with self.storage.begin() as work:
            found = find_guest(work, Channel.PHONE, number)
        if found is None:
            raise NotFound("Nobody has this phone")
        return found
