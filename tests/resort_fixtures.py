"""A resort of real parts, on SQLite and on PostgreSQL, with a clock that tests move."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from dependency_injector import providers
from sqlalchemy import text

from resortbook.application.hold import BookingRequest
from resortbook.application.resort import Resort
from resortbook.bootstrap import build
from resortbook.bootstrap.container import Container
from resortbook.domain.activity import Activity, Category
from resortbook.domain.actor import Actor, Door, Role
from resortbook.domain.booking import BookingDetail
from resortbook.domain.guest import Guest
from resortbook.domain.slot import TimeSlot
from resortbook.settings import Settings
from tests.builders import NOON, TOMORROW, a_guest, a_slot, an_activity

SECRETS = {
    "SECRET_KEY": "a secret that only tests know, and nobody else",
    "ENCRYPTION_KEYS": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
}


@dataclass(slots=True)
class MovableClock:
    """A clock that stands still until a test moves it."""

    at: datetime = NOON

    def now(self) -> datetime:
        return self.at

    def advance(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass(frozen=True, slots=True)
class Given:
    """Puts things into a resort the short way."""

    container: Container

    def activity(self, name: str = "Jet Skiing", **facts: Any) -> Activity:
        activity = an_activity(name, **facts)
        with self.container.storage().begin() as work:
            label = activity.category.replace("-", " ").title()
            work.activities.name_category(Category(code=activity.category, label=label))
            work.activities.add(activity)
            work.commit()
        return activity

    def slot(
        self, activity: Activity | None = None, start: datetime = TOMORROW, **facts: Any
    ) -> TimeSlot:
        slot = a_slot(activity or self.activity(), start, **facts)
        with self.container.storage().begin() as work:
            work.slots.add_missing([slot])
            work.commit()
        return slot

    def close(self, slot: TimeSlot) -> None:
        """Close a departure, as the desk will one day."""
        with self.container.storage().engine.begin() as connection:
            closing = "UPDATE time_slots SET is_available = false WHERE id = :id"
            connection.execute(text(closing), {"id": str(slot.id)})

    def guest(self, phone: str | None = "+14155550123", **facts: Any) -> Guest:
        guest = a_guest(phone, **facts)
        with self.container.storage().begin() as work:
            work.guests.add(guest)
            work.commit()
        return guest

    def hold(
        self, slot: TimeSlot, *, guest: Guest | None = None, party: Any = 1, **words: Any
    ) -> BookingDetail:
        by = Actor.guest((guest or self.guest(None)).id, door=Door.WEB)
        request = BookingRequest(
            activity_id=slot.activity_id, time_slot_id=slot.id, party=party, **words
        )
        resort: Resort = self.container.resort()
        return resort.bookings.create_booking(request, by=by)

    def staff(self, phone: str = "+14155550199", role: Role = Role.STAFF) -> Actor:
        resort: Resort = self.container.resort()
        member = resort.staff.add(phone, name="Dana Desk", role=role, by=Actor.operator())
        return Actor.staff(member.guest_id, role=role)


def settings_for(database_url: str, folder: Path, **settings: str) -> Settings:
    """Settings for a test, with nothing of this machine's environment in them."""
    environ = {"DATABASE_URL": database_url, "MEDIA_DIR": str(folder / "media"), **SECRETS}
    return Settings.load({**environ, **settings}, var_dir=folder)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite database to copy."""
    folder = tmp_path_factory.mktemp("template")
    path = folder / "resort.sqlite"
    _migrate(f"sqlite:///{path}", folder)
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_server: Any, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A migrated, empty PostgreSQL database to clone."""
    url: str = postgres_server.new_database()
    _migrate(url, tmp_path_factory.mktemp("template"))
    return url


def _migrate(url: str, folder: Path) -> None:
    resort = build(settings_for(url, folder)).resort()
    resort.migrations.upgrade()
    resort.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.servers)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated, empty database of this test's own, of each kind in turn."""
    if request.param == "sqlite":
        path = tmp_path / "resort.sqlite"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    server = request.getfixturevalue("postgres_server")
    url = server.new_database(template=request.getfixturevalue("postgres_template"))
    yield url
    server.drop(url)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A migrated, empty SQLite database of this test's own."""
    path = tmp_path / "resort.sqlite"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def clock() -> MovableClock:
    """The clock of the resort under test; it stands at noon in Cancún, 15 October 2026."""
    return MovableClock()


@pytest.fixture
def open_container(clock: MovableClock, tmp_path: Path) -> Iterator[Callable[..., Container]]:
    """Open resorts on a database, all with the same clock; closed at the end."""
    opened: list[Container] = []

    def open_(url: str, **settings: str) -> Container:
        container = build(settings_for(url, tmp_path, **settings))
        container.clock.override(providers.Object(clock))
        opened.append(container)
        return container

    yield open_
    for container in opened:
        container.resort().close()


@pytest.fixture
def container(database_url: str, open_container: Callable[..., Container]) -> Container:
    """The parts of the resort under test."""
    return open_container(database_url)


@pytest.fixture
def resort(container: Container) -> Resort:
    """The resort under test."""
    resort: Resort = container.resort()
    return resort


@pytest.fixture
def given(container: Container) -> Given:
    """Puts things into the resort under test."""
    return Given(container)
