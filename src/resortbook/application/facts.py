"""What the resort wants guests to know: from a file, and as a list."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from resortbook.application.importing.fact_rows import FACTS, FIELDS, FactDraft, read_fact_row
from resortbook.application.importing.rows import BadRow
from resortbook.application.importing.source import read_source
from resortbook.application.journal import Journal
from resortbook.domain.actor import Actor
from resortbook.domain.facts import Fact
from resortbook.ports.reads import CatalogueReads
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsReport:
    """What an import did, or, where a row was bad, would have done.

    `bad` names everything that is wrong, in the order of the file; `ignored` are the columns
    that mean nothing here.
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
    created: list[Fact] = field(default_factory=list)
    updated: list[tuple[Fact, tuple[str, ...]]] = field(default_factory=list)
    unchanged: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsService:
    """Takes facts from a spreadsheet's CSV or a JSON file."""

    storage: Storage
    reads: CatalogueReads
    clock: Clock
    ids: Ids
    journal: Journal

    def all(self) -> Sequence[Fact]:
        """Return every fact, by topic."""
        return self.reads.facts()

    def import_file(self, name: str, content: bytes, *, by: Actor) -> FactsReport:
        """Create and update the facts of a file, all in one transaction, or nothing at all.

        `name` is the file's, for its ending. The topic, without regard to case, decides whether
        a row is new; a column that is not there leaves its field as it is.

        Raises:
            InvalidInput: on `file`: it cannot be read as a list of facts at all.
        """
        source = read_source(content, name=name, table=FACTS)
        drafts = [read_fact_row(row) for row in source.rows]
        with self.storage.begin() as work:
            plan = self._plan(drafts, work.facts.all())
            bad = tuple(problem for draft in drafts for problem in draft.problems)
            if not bad and (plan.created or plan.updated):
                self._write(work, plan, by=by)
                work.commit()
        ignored = dict.fromkeys(name for draft in drafts for name in draft.ignored)
        return FactsReport(
            created=len(plan.created),
            updated=len(plan.updated),
            unchanged=plan.unchanged,
            bad=bad,
            ignored=tuple(ignored),
            notes=source.notes,
        )

    def _plan(self, drafts: Sequence[FactDraft], kept: Sequence[Fact]) -> _Plan:
        known = {fact.topic.casefold(): fact for fact in kept}
        plan = _Plan()
        _check_twice(drafts)
        _check_questions(drafts, kept)
        for draft in drafts:
            present = known.get(draft.topic.casefold())
            if present is None:
                _check_whole(draft)
            if draft.problems:
                continue
            if present is None:
                plan.created.append(Fact(id=self.ids.new(), **draft.given))
            elif changed := _changed(present, draft):
                plan.updated.append((replace(present, **draft.given), changed))
            else:
                plan.unchanged += 1
        return plan

    def _write(self, work: UnitOfWork, plan: _Plan, *, by: Actor) -> None:
        now = self.clock.now()
        for fact in plan.created:
            work.facts.put(fact, at=now)
            subject = ("fact", fact.id)
            work.audit.add(self.journal.entry("fact.create", subject, by=by, at=now))
        for fact, changed in plan.updated:
            work.facts.put(fact, at=now)
            subject = ("fact", fact.id)
            entry = self.journal.entry("fact.update", subject, by=by, at=now, changed=changed)
            work.audit.add(entry)


def _changed(present: Fact, draft: FactDraft) -> tuple[str, ...]:
    return tuple(
        name
        for name in FIELDS
        if name in draft.given and draft.given[name] != getattr(present, name)
    )


def _check_whole(draft: FactDraft) -> None:
    if not draft.topic:
        return  # that is what is wrong with it
    for name in FIELDS:
        if name not in draft.headings:
            draft.blame(name, "missing")


def _check_twice(drafts: Sequence[FactDraft]) -> None:
    seen: dict[str, int] = {}
    for draft in drafts:
        if not draft.topic:
            continue
        first = seen.setdefault(draft.topic.casefold(), draft.line)
        if first != draft.line:
            draft.blame("topic", f"“{draft.topic}” stands in line {first} already")


def _check_questions(drafts: Sequence[FactDraft], kept: Sequence[Fact]) -> None:
    """Blame a question that two topics have: nobody could say which of them answers it."""
    replaced = {draft.topic.casefold() for draft in drafts if "examples" in draft.given}
    owners = {
        question.casefold(): fact.topic
        for fact in kept
        if fact.topic.casefold() not in replaced
        for question in fact.examples
    }
    for draft in drafts:
        for question in draft.examples:
            owner = owners.setdefault(question.casefold(), draft.topic)
            if owner.casefold() != draft.topic.casefold():
                draft.blame("examples", f"“{question}” is a question of “{owner}” already")
