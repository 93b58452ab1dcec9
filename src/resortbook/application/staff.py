"""The people at the desk."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resortbook.application.journal import Journal
from resortbook.application.people import People
from resortbook.application.phones import as_e164
from resortbook.domain.actor import Actor, Role
from resortbook.domain.errors import NotFound
from resortbook.domain.guest import Channel
from resortbook.domain.login import StaffMember
from resortbook.ports.reads import PeopleReads
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffService:
    """Gives and takes roles. Each method is one unit of work."""

    storage: Storage
    reads: PeopleReads
    clock: Clock
    people: People
    journal: Journal

    def add(self, phone: str, *, name: str, role: Role, by: Actor) -> StaffMember:
        """Give the owner of a phone a role, in place of the one before. Raises InvalidPhone."""
        number = as_e164(phone)
        now = self.clock.now()
        with self.storage.begin() as work:
            guest = self.people.by_phone(work, number, now=now, name=name)
            if guest.name != name:
                work.guests.save(replace(guest, name=name, updated_at=now))
            work.staff.set_role(guest.id, role, at=now)
            # A session has the length of the role it was opened with.
            work.sessions.end_all(guest.id, now)
            subject = ("guest", guest.id)
            work.audit.add(
                self.journal.entry("staff.add", subject, by=by, at=now, changed=("role",))
            )
            work.commit()
        return StaffMember(
            guest_id=guest.id, phone=number, name=name, role=role, created_at=now
        )

    def remove(self, phone: str, *, by: Actor) -> None:
        """Take the role of a phone's owner away and end all sessions. Raises InvalidPhone,
        NotFound.
        """
        number = as_e164(phone)
        now = self.clock.now()
        with self.storage.begin() as work:
            guest = work.guests.find_by_address(Channel.PHONE, number)
            if guest is None or not work.staff.remove(guest.id):
                raise NotFound("Nobody at the desk has this phone")
            work.sessions.end_all(guest.id, now)
            subject = ("guest", guest.id)
            work.audit.add(
                self.journal.entry("staff.remove", subject, by=by, at=now, changed=("role",))
            )
            work.commit()

    def all(self) -> Sequence[StaffMember]:
        """Return everybody with a role, by name."""
        return self.reads.staff()
