"""Editing the catalogue at the desk: activities, one by one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from resortbook.application.catalogue_writing import changed_fields, problems_of
from resortbook.application.journal import Journal
from resortbook.application.policy import BookingPolicy
from resortbook.application.references import as_uuid
from resortbook.application.versions import changed_meanwhile, check_version
from resortbook.domain.activity import DEFAULT_RATE, Activity, Category, Rate
from resortbook.domain.actor import Actor
from resortbook.domain.errors import InvalidInput, NotFound
from resortbook.domain.money import ZERO, Money
from resortbook.domain.words import slug_of
from resortbook.ports.sales_storage import Stale
from resortbook.ports.storage import Storage, UnitOfWork
from resortbook.ports.world import Clock, Ids

Edit = Callable[[Activity, datetime], Activity]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditingService:
    """Makes and changes activities. Each method is one unit of work.

    `facts` are fields of an activity by name; `category` is any text, `price` the first rate's.
    """

    storage: Storage
    clock: Clock
    ids: Ids
    policy: BookingPolicy
    journal: Journal

    def create(self, facts: Mapping[str, Any], *, by: Actor) -> Activity:
        """Make an activity; its slug follows from the name where none is given.

        Raises:
            InvalidInput: what is wrong, by field.
            FieldConflict: on `slug`: another one has it.
        """
        now = self.clock.now()
        blank = Activity(
            id=self.ids.new(),
            slug=slug_of(str(facts.get("name", ""))),
            name="",
            description="",
            category="",
            rates=(Rate(code=DEFAULT_RATE, label="Person", price=ZERO),),
            currency=self.policy.currency,
            duration_minutes=1,
            capacity_per_slot=1,
            created_at=now,
            updated_at=now,
        )
        activity = self._with(blank, facts)
        with self.storage.begin() as work:
            _name_category(work, facts)
            work.activities.add(activity)
            self._note(work, "activity.create", activity, by=by, at=now)
            work.commit()
        return activity

    def change(
        self,
        key: UUID | str,
        facts: Mapping[str, Any],
        *,
        by: Actor,
        expected: int | None = None,
    ) -> Activity:
        """Change fields of an activity; bookings keep what they were sold at.

        Raises:
            NotFound: no such activity.
            InvalidInput: what is wrong, by field.
            FieldConflict: on `slug`: another one has it.
            PreconditionFailed: it is not the version `expected`, or changes at this moment.
        """
        return self.edit(
            key,
            lambda activity, _: self._with(activity, facts),
            by=by,
            expected=expected,
            category=facts,
        )

    def deactivate(self, key: UUID | str, *, by: Actor) -> Activity:
        """Take an activity off the list; its bookings stay. Raises NotFound."""
        return self.edit(key, lambda activity, _: replace(activity, is_active=False), by=by)

    def edit(
        self,
        key: UUID | str,
        edit: Edit,
        *,
        by: Actor,
        expected: int | None = None,
        category: Mapping[str, Any] | None = None,
    ) -> Activity:
        """Write what `edit` makes of an activity, if that is anything else; raises as
        `change`.
        """
        now = self.clock.now()
        try:
            with self.storage.begin() as work:
                was = _found(work, key)
                check_version(was, expected)
                activity = edit(was, now)
                if activity == was:
                    return was
                activity = replace(activity, updated_at=now, version=was.version + 1)
                _name_category(work, category or {})
                work.activities.save(activity, was=was)
                changed = changed_fields(was, activity)
                self._note(work, "activity.update", activity, by=by, at=now, changed=changed)
                work.commit()
        except Stale:
            raise changed_meanwhile() from None
        return activity

    def _with(self, activity: Activity, facts: Mapping[str, Any]) -> Activity:
        changes = dict(facts)
        price: Money | None = changes.pop("price", None)
        if "category" in changes:
            changes["category"] = slug_of(changes["category"])
        wanted = replace(activity, **changes)
        if price is not None:
            wanted = _priced(wanted, price, has_rates="rates" in facts)
        problems = problems_of(wanted)
        if wanted.currency != self.policy.currency:
            problems["currency"] = f"everything is in {self.policy.currency}"
        if problems:
            raise InvalidInput.of({field: [reason] for field, reason in problems.items()})
        return wanted

    def _note(
        self,
        work: UnitOfWork,
        action: str,
        activity: Activity,
        *,
        by: Actor,
        at: datetime,
        changed: tuple[str, ...] = (),
    ) -> None:
        subject = ("activity", activity.id)
        work.audit.add(self.journal.entry(action, subject, by=by, at=at, changed=changed))


def _found(work: UnitOfWork, key: UUID | str) -> Activity:
    known = key if isinstance(key, UUID) else as_uuid(key)
    if known is not None:
        return work.activities.get(known)
    found = work.activities.find_by_slug(str(key))
    if found is None:
        raise NotFound("There is no such activity")
    return found


def _priced(activity: Activity, price: Money, *, has_rates: bool) -> Activity:
    first, *others = activity.rates
    if has_rates and first.price != price:
        raise InvalidInput.on("price", "This is not the first rate's")
    return replace(activity, rates=(replace(first, price=price), *others))


def _name_category(work: UnitOfWork, facts: Mapping[str, Any]) -> None:
    if label := facts.get("category"):
        work.activities.name_category(Category(code=slug_of(label), label=label))
