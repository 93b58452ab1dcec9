"""The people at the desk."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from resortbook.application.journal import Journal
from resortbook.application.people import People
from resortbook.application.phones import as_e164
from resortbook.domain.actor import Actor, Role
from resortbook.domain.errors import FieldConflict, NotFound
from resortbook.domain.guest import Channel
from resortbook.domain.login import StaffMember
from resortbook.ports.people_reads import PeopleReads
from resortbook.ports.storage import Storage, UnitOfWork
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
        """Give the owner of a phone a role, in place of the one before.

        Raises:
            InvalidPhone: not a phone.
            FieldConflict: on `role`: the last admin stays one, but for the command line.
        """
        number = as_e164(phone)
        now = self.clock.now()
        with self.storage.begin() as work:
            guest = self.people.by_phone(work, number, now=now, name=name)
            if guest.name != name:
                work.guests.save(replace(guest, name=name, updated_at=now))
            if role is not Role.ADMIN:
                _keep_an_admin(work, guest.id, by=by)
            work.staff.set_role(guest.id, role, at=now)
            # A session has the length of the role it was opened with.
            work.sessions.end_all(guest.id, now)
            self._note(work, "staff.add", guest.id, by=by)
            work.commit()
        return StaffMember(
            guest_id=guest.id, phone=number, name=name, role=role, created_at=now
        )

    def remove(self, phone: str, *, by: Actor) -> None:
        """Take the role of a phone's owner away and end all sessions.

        Raises:
            InvalidPhone: not a phone.
            NotFound: nobody at the desk has it.
            FieldConflict: on `role`: it is the last admin's.
        """
        number = as_e164(phone)
        with self.storage.begin() as work:
            guest = work.guests.find_by_address(Channel.PHONE, number)
            if guest is None:
                raise NotFound("Nobody at the desk has this phone")
            self._remove(work, guest.id, by=by)
            work.commit()

    def remove_person(self, guest_id: UUID, *, by: Actor) -> None:
        """Take a person's role away and end all their sessions; raises as `remove`."""
        with self.storage.begin() as work:
            self._remove(work, guest_id, by=by)
            work.commit()

    def sign_out(self, guest_id: UUID, *, by: Actor) -> None:
        """End all sessions of a member of staff at once. Raises NotFound."""
        with self.storage.begin() as work:
            if work.staff.role_of(guest_id) is None:
                raise NotFound("There is nobody like that at the desk")
            work.sessions.end_all(guest_id, self.clock.now())
            self._note(work, "staff.sign_out", guest_id, by=by, changed=())
            work.commit()

    def all(self) -> Sequence[StaffMember]:
        """Return everybody with a role, by name."""
        return self.reads.staff()

    def _remove(self, work: UnitOfWork, guest_id: UUID, *, by: Actor) -> None:
        _keep_an_admin(work, guest_id, by=by)
        if not work.staff.remove(guest_id):
            raise NotFound("There is nobody like that at the desk")
        work.sessions.end_all(guest_id, self.clock.now())
        self._note(work, "staff.remove", guest_id, by=by)

    def _note(
        self,
        work: UnitOfWork,
        action: str,
        guest_id: UUID,
        *,
        by: Actor,
        changed: tuple[str, ...] = ("role",),
    ) -> None:
        subject = ("guest", guest_id)
        at = self.clock.now()
        work.audit.add(self.journal.entry(action, subject, by=by, at=at, changed=changed))


def _keep_an_admin(work: UnitOfWork, guest_id: UUID, *, by: Actor) -> None:
    """Refuse to take the role of the last admin. Raises FieldConflict."""
    if by.guest_id is None:
        return  # whoever has the command line can make another one
    # Two admins who remove each other at once would otherwise both be gone.
    work.codes.serialise("staff")
    admins = {one.guest_id for one in work.staff.all() if one.role is Role.ADMIN}
    if admins == {guest_id}:
        raise FieldConflict("This is the last admin: make another one first", field="role")
