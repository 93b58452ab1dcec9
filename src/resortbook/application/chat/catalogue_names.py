"""The catalogue's names as guests may write them, kept until the catalogue changes."""

import threading
from dataclasses import dataclass, field

from resortbook.application.chat.understanding.names import Catalogue, CatalogueEntry
from resortbook.domain.activity import Activity
from resortbook.ports.reads import CatalogueReads


@dataclass(slots=True, kw_only=True)
class CatalogueNames:
    """Builds the index of names once for each state of the catalogue; safe for many threads."""

    reads: CatalogueReads
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _made_of: str = ""
    _index: Catalogue | None = None
    _codes: dict[str, str] = field(default_factory=dict)

    def current(self) -> Catalogue:
        """Return the index of the activities that are offered now."""
        made_of = self.reads.stamp()
        with self._lock:
            if self._index is None or made_of != self._made_of:
                activities = self.reads.all_active()
                labels = dict(self.reads.category_labels())
                self._codes = {label: code for code, label in labels.items()}
                self._index = Catalogue([_entry(one, labels) for one in activities])
                self._made_of = made_of
            return self._index

    def codes(self) -> dict[str, str]:
        """Return the categories' codes by label."""
        with self._lock:
            return dict(self._codes)


def _entry(activity: Activity, labels: dict[str, str]) -> CatalogueEntry:
    return CatalogueEntry(
        id=str(activity.id),
        name=activity.name,
        category=labels.get(activity.category, activity.category),
        words="",
    )
