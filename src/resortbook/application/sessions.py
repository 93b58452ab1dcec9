"""Sessions: who is signed in, read from the database every time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from resortbook.application.tokens import CsrfTokens, token_hash
from resortbook.domain.actor import Role
from resortbook.domain.errors import AuthRequired, SessionExpired
from resortbook.domain.guest import Guest
from resortbook.domain.login import LAST_USE_RESOLUTION, Person, Session
from resortbook.ports.people_reads import PeopleReads
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Codes, Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLengths:
    """How long sessions live, and how long they may idle."""

    guest: timedelta
    guest_idle: timedelta
    staff: timedelta
    staff_idle: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """A session with its token, which only its owner has, and whose it is."""

    token: str
    csrf_token: str
    session: Session
    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionService:
    """Opens, checks and ends sessions."""

    storage: Storage
    reads: PeopleReads
    clock: Clock
    ids: Ids
    codes: Codes
    csrf: CsrfTokens
    lengths: SessionLengths

    def open(self, work: UnitOfWork, guest: Guest, *, now: datetime) -> SignedIn:
        """Open a session within a unit of work; staff get the length of staff."""
        role = work.staff.role_of(guest.id) or Role.GUEST
        lengths = self.lengths
        token = self.codes.token()
        session = Session(
            id=self.ids.new(),
            token_hash=token_hash(token),
            guest_id=guest.id,
            is_staff=role.is_staff,
            created_at=now,
            last_used_at=now,
            expires_at=now + (lengths.staff if role.is_staff else lengths.guest),
            idle_after=lengths.staff_idle if role.is_staff else lengths.guest_idle,
        )
        work.sessions.add(session)
        return self._signed_in(token, session, person_of(guest, role))

    def signed_in(self, token: str) -> SignedIn:
        """Return whose session a token opens; its use is noted at most once a minute.

        Raises:
            AuthRequired: there is no such session.
            SessionExpired: it ran out, idled out or was ended.
        """
        found = self.reads.session(token_hash(token))
        if found is None:
            raise AuthRequired("Please sign in")
        session, person = found
        now = self.clock.now()
        if not session.is_live(now):
            raise SessionExpired("Your session has ended, please sign in again")
        if now - session.last_used_at >= LAST_USE_RESOLUTION:
            with self.storage.begin() as work:
                work.sessions.touch(session.id, now)
                work.commit()
        return self._signed_in(token, session, person)

    def is_live(self, token: str) -> bool:
        """Say whether a token still opens its session; looking is no use of it."""
        found = self.reads.session(token_hash(token))
        return found is not None and found[0].is_live(self.clock.now())

    def end(self, session_id: UUID) -> None:
        """End one session at once."""
        with self.storage.begin() as work:
            work.sessions.end(session_id, self.clock.now())
            work.commit()

    def end_all(self, guest_id: UUID) -> int:
        """End all sessions of a person at once; return how many there were."""
        with self.storage.begin() as work:
            ended = work.sessions.end_all(guest_id, self.clock.now())
            work.commit()
        return ended

    def _signed_in(self, token: str, session: Session, person: Person) -> SignedIn:
        return SignedIn(
            token=token, csrf_token=self.csrf.of(token), session=session, person=person
        )


def person_of(guest: Guest, role: Role) -> Person:
    """Return a guest as a session shows it."""
    return Person(
        id=guest.id,
        phone=guest.phone,
        name=guest.name,
        room=guest.room,
        language=guest.language,
        role=role,
    )
