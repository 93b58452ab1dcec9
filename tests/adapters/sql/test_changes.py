"""What is told to whoever keeps answers, and when."""

from collections.abc import Callable, Set

import pytest

from resortbook.adapters.sql.storage import SqlStorage
from resortbook.domain.preferences import Preferences
from resortbook.ports.changes import Subject
from resortbook.ports.paging import Page
from resortbook.ports.reads import ActivityFilter
from resortbook.ports.sales_storage import SeatsTaken
from tests.adapters.sql.conftest import World
from tests.builders import NOON, a_guest, an_activity


class Heard:
    """Notes what was told, and how many activities everybody saw at that moment."""

    def __init__(self) -> None:
        self.subjects: list[Subject] = []
        self.seen: list[int] = []
        self.look: Callable[[], int] = lambda: 0

    def changed(self, subjects: Set[Subject]) -> None:
        self.subjects += sorted(subjects)
        self.seen.append(self.look())


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def storage(url: str, opened: Callable[..., SqlStorage], heard: Heard) -> SqlStorage:
    return opened(url, changes=heard)


def test_a_change_is_told_once_it_is_seen_by_all(
    storage: SqlStorage, world: World, heard: Heard
):
    reads = storage.reads.catalogue
    heard.look = lambda: len(reads.activities(ActivityFilter(), Page(), now=NOON).items)

    world.activity()

    assert heard.subjects == [Subject.CATALOGUE]
    assert heard.seen == [1]


def test_what_is_undone_is_not_told(storage: SqlStorage, world: World, heard: Heard):
    with storage.begin() as work:
        work.activities.add(an_activity())
    with storage.begin() as work:
        work.guests.add(a_guest())
        work.commit()

    assert heard.subjects == []


def test_a_booking_changes_seats_and_one_that_is_refused_nothing(world: World, heard: Heard):
    slot = world.slot(capacity=2)
    heard.subjects.clear()

    world.booking(slot)
    with pytest.raises(SeatsTaken):
        world.booking(slot)

    assert heard.subjects == [Subject.SEATS]


def test_each_commit_tells_of_its_own_alone(storage: SqlStorage, world: World, heard: Heard):
    guest = world.guest()
    with storage.begin() as work:
        work.preferences.put(Preferences(guest_id=guest.id))
        work.commit()
    world.activity()

    assert heard.subjects == [Subject.PREFERENCES, Subject.CATALOGUE]
