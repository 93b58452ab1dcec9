"""Signing in: codes, sessions, links, and how often each may be asked for."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from resortbook.domain.actor import Role

CODE_LIVES = timedelta(minutes=5)
CODE_TRIES = 5
LINK_LIVES = timedelta(minutes=30)
RESEND_AFTER = timedelta(seconds=30)
WRONG_CODES_CLOSE_AFTER = 20
WRONG_CODES_WINDOW = timedelta(hours=24)
LAST_USE_RESOLUTION = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """At most `count` requests within `window`."""

    count: int
    window: timedelta


PHONE_LIMITS = (
    Limit(count=1, window=RESEND_AFTER),
    Limit(count=3, window=timedelta(minutes=15)),
    Limit(count=10, window=timedelta(days=1)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInCode:
    """A six-digit code for one phone; the code itself is known only until it is used or has
    expired.
    """

    id: UUID
    phone: str
    code: str
    client_address: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A guest or member of staff as the session sees them."""

    id: UUID
    phone: str | None
    name: str
    room: str
    language: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A signed-in person's session; only a hash of its token is stored."""

    id: UUID
    token_hash: str
    guest_id: UUID
    is_staff: bool
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime
    idle_after: timedelta
    ended_at: datetime | None = None

    def is_live(self, now: datetime) -> bool:
        """Whether it still opens doors: not ended, not run out, not idle for too long."""
        if self.ended_at is not None or now >= self.expires_at:
            return False
        return now < self.last_used_at + self.idle_after


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInLink:
    """A link that signs one guest in once."""

    token_hash: str
    guest_id: UUID
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """A person with a role at the desk."""

    guest_id: UUID
    phone: str
    name: str
    role: Role
    created_at: datetime
