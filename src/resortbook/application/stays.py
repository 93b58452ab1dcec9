"""Stays from the front office, and which rooms of bookings agree with them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from resortbook.application.importing.rows import BadRow
from resortbook.application.importing.source import read_source
from resortbook.application.importing.stay_rows import STAYS, StayDraft, read_stay_row
from resortbook.application.journal import Journal
from resortbook.domain.actor import Actor
from resortbook.domain.guest import Stay
from resortbook.domain.words import words_of
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class StaysReport:
    """What an import did, or, where a row was bad, would have done; `bad` names everything
    that is wrong, in the order of the file.
    """

    created: int
    updated: int
    unchanged: int
    bad: tuple[BadRow, ...]
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def written(self) -> bool:
        """Whether everything was good."""
        return not self.bad

    @property
    def bad_lines(self) -> int:
        """How many rows are bad."""
        return len({row.line for row in self.bad})


@dataclass(slots=True, kw_only=True)
class _Plan:
    created: list[Stay] = field(default_factory=list)
    updated: list[Stay] = field(default_factory=list)
    unchanged: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StayService:
    """Takes the front office's daily arrivals from a CSV or JSON file.

    What it knows is for staff alone: no answer to a guest tells whether a room and a name
    belong together.
    """

    storage: Storage
    clock: Clock
    ids: Ids
    journal: Journal

    def import_file(self, name: str, content: bytes, *, by: Actor) -> StaysReport:
        """Create and update stays, all in one transaction, or nothing at all.

        The front office's number, where there is one, decides whether a row is new; else room,
        name and arrival do. What is not in the file stays as it is.

        Raises:
            InvalidInput: on `file`: it cannot be read as a list of stays at all.
        """
        source = read_source(content, name=name, table=STAYS)
        drafts = [read_stay_row(row) for row in source.rows]
        _check_twice(drafts)
        bad = tuple(problem for draft in drafts for problem in draft.problems)
        with self.storage.begin() as work:
            plan = self._plan(work, [draft for draft in drafts if not draft.problems])
            if not bad and (plan.created or plan.updated):
                self._write(work, plan, by=by)
                work.commit()
        ignored = dict.fromkeys(name for draft in drafts for name in draft.ignored)
        return StaysReport(
            created=len(plan.created),
            updated=len(plan.updated),
            unchanged=plan.unchanged,
            bad=bad,
            ignored=tuple(ignored),
            notes=source.notes,
        )

    def _plan(self, work: UnitOfWork, drafts: Sequence[StayDraft]) -> _Plan:
        plan = _Plan()
        for draft in drafts:
            present = _present(work, draft)
            if present is None:
                plan.created.append(Stay(id=self.ids.new(), **draft.given))
                continue
            stay = replace(present, **draft.given)
            if stay == present:
                plan.unchanged += 1
            else:
                plan.updated.append(stay)
        return plan

    def _write(self, work: UnitOfWork, plan: _Plan, *, by: Actor) -> None:
        now = self.clock.now()
        for action, stays in (("create", plan.created), ("update", plan.updated)):
            for stay in stays:
                work.stays.put(stay)
                subject = ("stay", stay.id)
                entry = self.journal.entry(f"stay.{action}", subject, by=by, at=now)
                work.audit.add(entry)


def is_name_of(stay: Stay, name: str) -> bool:
    """Say whether a name has the last name of a stay in it, case and accents aside."""
    last = words_of(stay.last_name)
    return bool(last) and set(last) <= set(words_of(name))


def _present(work: UnitOfWork, draft: StayDraft) -> Stay | None:
    given = draft.given
    if number := given.get("external_ref"):
        return work.stays.find_by_ref(number)
    same = words_of(given["last_name"])
    found = work.stays.in_room(given["room"], given["arrives_on"])
    return next((stay for stay in found if words_of(stay.last_name) == same), None)


def _check_twice(drafts: Sequence[StayDraft]) -> None:
    seen: dict[tuple[object, ...], int] = {}
    for draft in drafts:
        if draft.problems:
            continue
        first = seen.setdefault(draft.key, draft.line)
        if first != draft.line:
            draft.blame("room", f"this stay stands in line {first} already")
