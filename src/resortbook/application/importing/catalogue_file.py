"""The catalogue from a file and to a file."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from resortbook.application.catalogue_writing import changed_fields
from resortbook.application.importing.draft import Draft, DraftReader
from resortbook.application.importing.exporting import as_csv, as_json
from resortbook.application.importing.merging import Merging
from resortbook.application.importing.pictures import Pictures
from resortbook.application.importing.rows import BadRow
from resortbook.application.importing.source import read_source
from resortbook.application.journal import Journal
from resortbook.application.policy import BookingPolicy
from resortbook.domain.activity import Activity, Category
from resortbook.domain.actor import Actor
from resortbook.domain.errors import FieldConflict, InvalidInput, Unavailable
from resortbook.domain.words import slug_of
from resortbook.ports.media import Media
from resortbook.ports.paging import Page
from resortbook.ports.reads import ActivityFilter, CatalogueReads
from resortbook.ports.sales_storage import Stale
from resortbook.ports.storage import Storage
from resortbook.ports.world import Clock, Ids

TRIES = 3
FORMATS = ("csv", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, or, where it was not `written`, would have done.

    `created`, `updated` and `unchanged` count good rows; `bad` names everything that is wrong,
    in the order of the file; `ignored` are the columns that mean nothing here.
    """

    created: int
    updated: int
    unchanged: int
    bad: tuple[BadRow, ...]
    written: bool
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def bad_lines(self) -> int:
        """How many rows are bad."""
        return len({row.line for row in self.bad})


@dataclass(slots=True, kw_only=True)
class _Plan:
    created: list[Activity] = field(default_factory=list)
    updated: list[tuple[Activity, Activity]] = field(default_factory=list)
    unchanged: int = 0
    labels: list[Category] = field(default_factory=list)

    @property
    def activities(self) -> list[Activity]:
        return [*self.created, *(new for new, _ in self.updated)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueFileService:
    """Takes activities from a spreadsheet's CSV or a JSON file, and gives them out again."""

    storage: Storage
    reads: CatalogueReads
    clock: Clock
    ids: Ids
    policy: BookingPolicy
    journal: Journal
    media: Media

    def import_file(
        self,
        name: str,
        content: bytes,
        *,
        skip_bad: bool,
        by: Actor,
        pictures_from: Path | None = None,
    ) -> ImportReport:
        """Create and update the activities of a file, all in one transaction.

        `name` is the file's, for its ending. Nothing is written while a row is bad, unless
        `skip_bad` leaves bad rows out. The same file again changes nothing. Paths of pictures
        begin in `pictures_from` (None: only web addresses are taken).

        Raises:
            InvalidInput: on `file`: it cannot be read as a catalogue at all.
            Unavailable: others change the same activities all the time, or pictures cannot be
                kept.
        """
        source = read_source(content, name=name)
        pictures = Pictures(media=self.media, folder=pictures_from)
        reader = DraftReader(currency=self.policy.currency, pictures=pictures)
        for _ in range(TRIES):
            drafts = [reader.read(row) for row in source.rows]
            plan = self._plan(drafts)
            report = _report(drafts, plan, skip_bad=skip_bad)
            try:
                if report.written and plan.activities:
                    self._keep_pictures(pictures, plan)
                    self._write(plan, by=by)
            except (Stale, FieldConflict):
                continue  # somebody changed one of them since it was read
            return replace(report, notes=(*source.notes, *_lost(pictures)))
        raise Unavailable("Others are changing these activities, please try again")

    def export(self, format: str) -> str:
        """Return all activities, inactive ones too, as `csv` or `json`, by slug.

        Importing that again changes nothing. Raises InvalidInput: another format.
        """
        if format not in FORMATS:
            raise InvalidInput.on("format", f"One of {', '.join(FORMATS)}")
        activities = sorted(self._all(), key=lambda activity: activity.slug)
        labels = self.reads.category_labels()
        write = as_json if format == "json" else as_csv
        return write(activities, labels)

    def _plan(self, drafts: Sequence[Draft]) -> _Plan:
        known = {activity.slug: activity for activity in self._all()}
        merging = Merging(
            new_id=self.ids.new, now=self.clock.now(), currency=self.policy.currency
        )
        plan = _Plan()
        seen: dict[str, int] = {}
        for draft in drafts:
            if draft.columns.by_field:
                present = known.get(draft.slug)
                wanted = merging.merge(draft, present)
                _check_twice(draft, seen)
                if not draft.problems:
                    _add(plan, draft, wanted, present)
        return plan

    def _write(self, plan: _Plan, *, by: Actor) -> None:
        now = self.clock.now()
        with self.storage.begin() as work:
            for label in plan.labels:
                work.activities.name_category(label)
            for activity in plan.created:
                work.activities.add(activity)
                subject = ("activity", activity.id)
                work.audit.add(self.journal.entry("activity.create", subject, by=by, at=now))
            for new, old in plan.updated:
                work.activities.save(new, was=old)
                entry = self.journal.entry(
                    "activity.update",
                    ("activity", new.id),
                    by=by,
                    at=now,
                    changed=changed_fields(old, new),
                )
                work.audit.add(entry)
            work.commit()

    def _keep_pictures(self, pictures: Pictures, plan: _Plan) -> None:
        pictures.keep(image.url for activity in plan.activities for image in activity.images)

    def _all(self) -> list[Activity]:
        found: list[Activity] = []
        page = Page(limit=100)
        wanted = ActivityFilter(include_inactive=True)
        while True:
            part = self.reads.activities(wanted, page, now=self.clock.now())
            found.extend(part.items)
            if part.next_cursor is None:
                return found
            page = Page(limit=100, cursor=part.next_cursor)


def _report(drafts: Sequence[Draft], plan: _Plan, *, skip_bad: bool) -> ImportReport:
    bad = tuple(problem for draft in drafts for problem in draft.in_order())
    return ImportReport(
        created=len(plan.created),
        updated=len(plan.updated),
        unchanged=plan.unchanged,
        bad=bad,
        written=skip_bad or not bad,
        ignored=_ignored(drafts),
    )


def _add(plan: _Plan, draft: Draft, wanted: Activity, present: Activity | None) -> None:
    if wanted is present:
        plan.unchanged += 1
        return
    if present is None:
        plan.created.append(wanted)
    else:
        plan.updated.append((wanted, present))
    if label := draft.given.get("category"):
        plan.labels.append(Category(code=slug_of(str(label)), label=str(label)))


def _check_twice(draft: Draft, seen: dict[str, int]) -> None:
    if not draft.slug:
        return
    first = seen.setdefault(draft.slug, draft.line)
    if first != draft.line:
        column = "slug" if draft.given.get("slug") else "name"
        draft.blame(column, f"“{draft.slug}” stands in line {first} already")


def _ignored(drafts: Sequence[Draft]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for draft in drafts for name in draft.columns.ignored))


def _lost(pictures: Pictures) -> list[str]:
    return [f"The picture {url} is not kept here" for url in sorted(pictures.lost)]
