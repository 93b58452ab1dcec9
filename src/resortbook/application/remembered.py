"""Answers kept for a moment, for readers alone: no write ever trusts one."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from resortbook.ports.changes import Subject
from resortbook.ports.memory import Cache
from resortbook.ports.world import Clock, Ids

KEPT_SECONDS = 2
MARK_SECONDS = 86_400
# What may be old for that long where the processes of a resort can't tell each other.
KEPT_ALONE = frozenset({Subject.CATALOGUE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """Keeps answers until what they tell of changes, at most for two seconds.

    Each subject has a mark, made anew after every commit that changes it; an answer counts as
    long as it shows the marks that held before it was made. So what a reader saw before a
    commit can't be taken for what came after it. A mark that was lost on its way (Redis away)
    is made up for by the two seconds.
    """

    cache: Cache
    clock: Clock
    ids: Ids
    zone: ZoneInfo
    is_shared: bool

    def answer(self, question: str, make: Callable[[], bytes], *, of: Set[Subject]) -> bytes:
        """Return what is kept of a question about these subjects, else make it and keep it."""
        if not self.is_shared and not of <= KEPT_ALONE:
            return make()
        key, subjects = self._key(question), sorted(of)
        kept, marks = self.cache.get_with(key, [_mark(one) for one in subjects])
        shown = b"".join(map(self._held, subjects, marks))
        if kept is not None and kept.startswith(shown):
            return kept[len(shown) :]
        made = make()
        self.cache.put(key, shown + made, seconds=KEPT_SECONDS)
        return made

    def changed(self, subjects: Set[Subject]) -> None:
        """Let no answer about these subjects count any more."""
        for subject in subjects:
            self._renew(subject)

    def _key(self, question: str) -> str:
        # Much hangs on the day and on what has run out; a clock that jumps meets nothing kept.
        now = self.clock.now()
        moment = int(now.timestamp()) // KEPT_SECONDS
        return f"answer:{now.astimezone(self.zone).date()}:{moment}:{question}"

    def _held(self, subject: Subject, mark: bytes | None) -> bytes:
        return mark or self._renew(subject)

    def _renew(self, subject: Subject) -> bytes:
        mark = self.ids.new().bytes
        self.cache.put(_mark(subject), mark, seconds=MARK_SECONDS)
        return mark


def _mark(subject: Subject) -> str:
    return f"mark:{subject}"
