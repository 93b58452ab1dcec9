"""What nobody needs any more, to be dropped some at a time."""

from datetime import datetime
from typing import Protocol


class Forgetting(Protocol):
    """Drops rows that are over since before a moment, a limited number at a time.

    Bookings, charges and the audit trail are no business of it.
    """

    def drop_sign_ins(self, before: datetime) -> int:
        """Drop sessions that ran out, links and codes, and wrong tries; return how many."""
        ...

    def drop_talk(self, before: datetime) -> int:
        """Drop messages in and out that are done with, and told events; return how many."""
        ...
