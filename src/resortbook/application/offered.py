"""The activities that are offered, kept in memory until the catalogue changes."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from resortbook.domain.taste import Known, known_of
from resortbook.ports.reads import CatalogueReads


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """All active activities with what tells one from others, and what their kinds are called,
    as of one state.
    """

    activities: Mapping[UUID, Known]
    labels: Mapping[str, str]


@dataclass(slots=True, kw_only=True)
class OfferedActivities:
    """Loads them once for each state of the catalogue; safe for many threads."""

    reads: CatalogueReads
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _made_of: str = ""
    _kept: Offered | None = None

    def current(self) -> Offered:
        """Return what is offered now. Raises Unavailable."""
        made_of = self.reads.stamp()
        with self._lock:
            if self._kept is None or made_of != self._made_of:
                self._kept = Offered(
                    activities=known_of(self.reads.all_active()),
                    labels=dict(self.reads.category_labels()),
                )
                self._made_of = made_of
            return self._kept
