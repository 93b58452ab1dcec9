"""A resort to try things on: activities, departures, some of them nearly full."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from importlib.resources import as_file, files
from itertools import cycle
from pathlib import Path
from typing import Any

from resortbook.application.catalogue import CatalogueService
from resortbook.application.desk import DeskGuest, DeskRequest, DeskService
from resortbook.application.facts import FactsService
from resortbook.application.importing.catalogue_file import CatalogueFileService
from resortbook.application.importing.rows import BadRow
from resortbook.application.recurrence import weekly
from resortbook.application.schedule import Rhythm, ScheduleService
from resortbook.application.staff import StaffService
from resortbook.domain.activity import Activity
from resortbook.domain.actor import Actor, Role
from resortbook.domain.errors import FieldConflict, Inconsistent
from resortbook.domain.schedule import WEEKDAYS
from resortbook.domain.slot import SlotReading
from resortbook.ports.storage import Storage

ADMIN_PHONE = "+14155550100"  # of a range that is nobody's
ADMIN_NAME = "Front Desk"
_GUESTS = (
    ("Ada Morales", "101"),
    ("Bruno Keller", "204"),
    ("Chloé Martin", "317"),
    ("Dev Patel", ""),
    ("Elif Demir", "112"),
    ("Femi Adeyemi", "208"),
    ("Greta Lindqvist", "305"),
    ("Hugo Santos", ""),
    ("Ines Ferreira", "119"),
    ("Jonas Weber", "221"),
    ("Keiko Tanaka", "310"),
    ("Liam O’Connor", "126"),
)
_PARTIES = (2, 4, 1, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoReport:
    """What was loaded, and with which phone one signs in as the desk."""

    activities: int
    slots: int
    bookings: int
    admin_phone: str = ADMIN_PHONE


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoService:
    """Loads the demo by the same services that a real resort is filled with."""

    storage: Storage
    files: CatalogueFileService
    knowledge: FactsService
    schedule: ScheduleService
    catalogue: CatalogueService
    desk: DeskService
    staff: StaffService

    def load(self, *, by: Actor) -> DemoReport:
        """Load activities with pictures, open-ended schedules, an admin and some bookings.

        Raises:
            FieldConflict: on `activities`, where there are any already.
        """
        if self.has_activities():
            raise FieldConflict(
                "The demo goes only into a database without any activity", field="activities"
            )
        admin = self.staff.add(ADMIN_PHONE, name=ADMIN_NAME, role=Role.ADMIN, by=by)
        desk = Actor.staff(admin.guest_id, role=Role.ADMIN)
        with as_file(files("resortbook") / "demo") as folder:
            activities = self._import(folder, by=desk)
            self._tell_facts(folder, by=desk)
            slots = self._schedule(_read(folder, "schedules.json"), by=desk)
            bookings = self._fill(_read(folder, "nearly_full.json"), by=desk)
        return DemoReport(activities=activities, slots=slots, bookings=bookings)

    def has_activities(self) -> bool:
        """Whether there is any activity, so that the demo would be in the way."""
        with self.storage.begin() as work:
            return work.activities.has_any()

    def _import(self, folder: Path, *, by: Actor) -> int:
        content = (folder / "activities.json").read_bytes()
        report = self.files.import_file(
            "activities.json", content, skip_bad=False, by=by, pictures_from=folder
        )
        _check_good(report.bad)
        return report.created

    def _tell_facts(self, folder: Path, *, by: Actor) -> None:
        content = (folder / "facts.json").read_bytes()
        report = self.knowledge.import_file("facts.json", content, by=by)
        _check_good(report.bad)

    def _schedule(self, rhythms: Mapping[str, Any], *, by: Actor) -> int:
        made = 0
        for slug, parts in rhythms.items():
            activity = self.catalogue.get_activity(slug)
            for part in parts:
                days = WEEKDAYS if part["weekdays"] == "daily" else tuple(part["weekdays"])
                rhythm = Rhythm(
                    rrule=weekly(days),
                    times=tuple(time.fromisoformat(text) for text in part["times"]),
                    first=self.schedule.today(),
                    until=None,
                )
                made += len(self.schedule.add_schedule(activity, rhythm, by=by).created)
        return made

    def _fill(self, wanted: list[dict[str, Any]], *, by: Actor) -> int:
        guests = cycle(_GUESTS)
        made = 0
        for one in wanted:
            activity = self.catalogue.get_activity(one["slug"])
            reading = self._departure(activity, one["day_offset"], one["time"])
            if reading is None:
                continue  # that weekday has no such departure
            for people in _parties(activity, reading.seats_left - one["seats_left"]):
                name, room = next(guests)
                request = DeskRequest(
                    time_slot_id=reading.slot.id,
                    guest=DeskGuest(name=name, room=room),
                    party=people,
                    notify=False,
                )
                self.desk.book(request, by=by)
                made += 1
        return made

    def _departure(self, activity: Activity, day_offset: int, clock: str) -> SlotReading | None:
        day = self.schedule.today() + timedelta(days=day_offset)
        zone = self.schedule.policy.zone
        found = self.schedule.list_slots(first=day, last=day, activity_id=activity.id).items
        at = [one for one in found if f"{one.slot.start_time.astimezone(zone):%H:%M}" == clock]
        return at[0] if at else None


def _check_good(bad: Sequence[BadRow]) -> None:
    for first in bad:
        raise Inconsistent(
            f"The demo is broken: line {first.line}, {first.column}: {first.reason}"
        )


def _parties(activity: Activity, seats: int) -> Iterator[int]:
    """Yield parties that take that many seats together, in the sizes in which people come."""
    shared = activity.people_per_seat
    most = max(1, (activity.max_party or 4 * shared) // shared)
    for size in cycle(_PARTIES):
        if seats < 1:
            return
        taken = min(size, most, seats)
        seats -= taken
        yield taken * shared


def _read(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text(encoding="utf-8"))
