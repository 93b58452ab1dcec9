"""Every refusal and failure a caller of resortbook can meet.

ResortError
├── InvalidInput            what was asked for is malformed or breaks a rule that never changes
│   ├── InvalidPhone        not a phone number, or not one of the countries served
│   ├── InvalidTime         a time that has passed or an impossible range
│   ├── CapacityExceeded    more people than the slot could ever hold
│   └── RuleViolated        the activity's own rule (age, party size)
├── NotSignedIn
│   ├── AuthRequired        no session was shown, or an unknown one
│   ├── SessionExpired      it ran out, idled out or was ended; a dead link
│   └── InvalidCode         a wrong, used, expired or exhausted sign-in code
├── NotAllowed
│   ├── NotYours            somebody else's booking
│   ├── NotStaff            a door for staff or admins only
│   └── CsrfFailed          a cookie session without its CSRF token
├── NotFound                no such thing
├── Conflicting             refused by the present state of things
│   ├── SlotUnavailable     sold out, closed, past its cut-off, or a resource is taken
│   ├── AlreadyConfirmed, AlreadyCancelled, HoldExpired, BookingClosed
│   ├── DeadlinePassed      too late to cancel or move
│   ├── HoldLimitReached    too many open holds of one guest
│   ├── FieldConflict       a value collides with one that exists
│   ├── PreconditionFailed  it was changed since the caller read it
│   └── RequestInProgress   the first request of this key still runs
├── KeyReused               an idempotency key with another request
├── RateLimited             too many tries; wait
├── Unavailable             the database or another needed thing is away for the moment
├── Misconfigured           the settings do not make a working system
└── Inconsistent            stored facts contradict each other
"""

from collections.abc import Mapping
from datetime import datetime


class ResortError(Exception):
    """A refusal with a sentence that a guest may read and structured details."""

    def __init__(self, message: str, /, **details: object) -> None:
        """Keep `message` for people and `details` for programs."""
        super().__init__(message)
        self.message = message
        self.details: dict[str, object] = dict(details)


class InvalidInput(ResortError):
    """The request is malformed; `fields` maps a field's name to what is wrong with it."""

    @classmethod
    def on(cls, field: str, problem: str) -> "InvalidInput":
        """Blame one field."""
        return cls.of({field: [problem]})

    @classmethod
    def of(cls, fields: Mapping[str, object]) -> "InvalidInput":
        """Blame several fields at once."""
        return cls("Please check what you entered", fields=dict(fields))


class InvalidPhone(InvalidInput):
    """Not a phone number that can be used here."""


class InvalidTime(InvalidInput):
    """A time that has passed, or a range that cannot be."""


class CapacityExceeded(InvalidInput):
    """More people than the slot could ever hold."""


class RuleViolated(InvalidInput):
    """The activity's own rule forbids it; `rule` names it."""

    def __init__(self, message: str, /, *, rule: str, **details: object) -> None:
        """Name the broken rule: min_age, min_party, max_party."""
        super().__init__(message, rule=rule, **details)


class NotSignedIn(ResortError):
    """The caller is not, or no longer, signed in."""


class AuthRequired(NotSignedIn):
    """No session was shown, or one that never existed."""


class SessionExpired(NotSignedIn):
    """The session ran out, idled out or was ended."""


class InvalidCode(NotSignedIn):
    """The sign-in code is wrong, used, expired or exhausted."""


class NotAllowed(ResortError):
    """The caller is known, and may not."""


class NotYours(NotAllowed):
    """It belongs to another guest."""


class NotStaff(NotAllowed):
    """This door is for staff."""


class CsrfFailed(NotAllowed):
    """A request by cookie lacks its CSRF token."""


class NotFound(ResortError):
    """There is no such thing."""


class Conflicting(ResortError):
    """The present state of things forbids it."""


class SlotUnavailable(Conflicting):
    """The slot is sold out, closed or past its cut-off; details carry the alternatives."""


class AlreadyConfirmed(Conflicting):
    """The booking is confirmed already."""


class AlreadyCancelled(Conflicting):
    """The booking is cancelled already."""


class HoldExpired(Conflicting):
    """The hold ran out."""


class BookingClosed(Conflicting):
    """The booking is over: completed or a no-show."""


class DeadlinePassed(Conflicting):
    """Too late to cancel or move; `deadline` is when it would have been possible."""

    def __init__(self, message: str, /, *, deadline: datetime) -> None:
        """Tell the deadline that was missed (aware UTC)."""
        super().__init__(message, deadline=deadline)


class HoldLimitReached(Conflicting):
    """The guest has as many open holds as one may have."""


class FieldConflict(Conflicting):
    """A value collides with an existing one; `field` names it."""

    def __init__(self, message: str, /, *, field: str, **details: object) -> None:
        """Name the field whose value collides."""
        super().__init__(message, field=field, **details)


class PreconditionFailed(Conflicting):
    """It was changed since the caller read it: read again, then decide again."""


class RequestInProgress(Conflicting):
    """The first request with this idempotency key has not finished."""

    retry_after_seconds = 1


class KeyReused(ResortError):
    """The idempotency key was used for another request."""


class RateLimited(ResortError):
    """Too many tries."""

    def __init__(self, message: str, /, *, retry_after_seconds: int) -> None:
        """Say after how many seconds a new try makes sense (at least 1)."""
        self.retry_after_seconds = max(1, retry_after_seconds)
        super().__init__(message, retry_after_seconds=self.retry_after_seconds)


class Unavailable(ResortError):
    """Something the answer needs is away for the moment; trying again later makes sense."""

    retry_after_seconds = 2


class Misconfigured(ResortError):
    """The settings do not make a working system."""


class Inconsistent(ResortError):
    """Stored facts contradict each other."""
