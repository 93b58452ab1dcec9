"""Sign-in codes, sessions, links and staff."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from resortbook.domain.actor import Role
from resortbook.domain.login import Session, SignInCode, SignInLink, StaffMember


class SignInCodes(Protocol):
    """Codes and the counts of requests and wrong tries, judged by the times given, not by the
    database's.
    """

    def serialise(self, phone: str | None = None) -> None:
        """Wait until no other unit of work judges the same phone (None: anybody's requests)."""
        ...

    def nth_request(
        self,
        n: int,
        *,
        since: datetime,
        until: datetime | None = None,
        phone: str | None = None,
        client_address: str | None = None,
    ) -> datetime | None:
        """Return when the n-th latest request after `since`, and not after `until`, was made.

        None when there were fewer. Counted for a phone, for a client address, or for all where
        neither is given.
        """
        ...

    def nth_wrong_try(
        self, n: int, *, phone: str, since: datetime, until: datetime | None = None
    ) -> datetime | None:
        """Return when the n-th latest wrong code of that time was tried, or None."""
        ...

    def add(self, code: SignInCode) -> None:
        """Store a code (encrypted) and end the phone's earlier ones."""
        ...

    def find(self, code_id: UUID) -> SignInCode | None:
        """Return the code while it can be told: not used, not ended; None otherwise."""
        ...

    def take_try(self, phone: str, code: str, *, now: datetime) -> bool:
        """Spend one of the five tries of the phone's live code; return whether it matched.

        A match uses the code up; a wrong try, also without any live code, is remembered.
        Both in one write each,
        so that parallel tries never get more than five.
        """
        ...

    def forget_expired(self, now: datetime) -> int:
        """Drop the clear form of codes that have expired; return how many."""
        ...


class Sessions(Protocol):
    """Sessions by the hash of their token."""

    def add(self, session: Session) -> None:
        """Insert a session."""
        ...

    def touch(self, session_id: UUID, at: datetime) -> None:
        """Note the last use."""
        ...

    def end(self, session_id: UUID, at: datetime) -> None:
        """End one session."""
        ...

    def end_all(self, guest_id: UUID, at: datetime) -> int:
        """End all sessions of a person; return how many were live."""
        ...


class SignInLinks(Protocol):
    """One-use links by the hash of their token."""

    def add(self, link: SignInLink) -> None:
        """Insert a link."""
        ...

    def use(self, token_hash: str, *, now: datetime) -> UUID | None:
        """Use the link up and return whose it is; None when it is unknown, used or too old."""
        ...


class Staff(Protocol):
    """Who works at the desk; a member of staff is a guest row with a role."""

    def set_role(self, guest_id: UUID, role: Role, *, at: datetime) -> None:
        """Give a person a role, in place of the one before."""
        ...

    def remove(self, guest_id: UUID) -> bool:
        """Take the role away; return whether there was one."""
        ...

    def role_of(self, guest_id: UUID) -> Role | None:
        """Return the person's role, None for guests."""
        ...

    def all(self) -> Sequence[StaffMember]:
        """Return everybody with a role, by name."""
        ...
