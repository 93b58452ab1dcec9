import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from dependency_injector import providers
from sqlalchemy import event, text

from resortbook.application.chat.builtin.engine import BuiltinEngine
from resortbook.application.resort import Resort
from resortbook.bootstrap import build
from resortbook.bootstrap.container import Container
from resortbook.domain.actor import Actor
from tests.fake_model import API_KEY, MODEL, FakeModel
from tests.fakes import ScriptedMessenger
from tests.journeys.talk import Talker
from tests.journeys.talks.right_model import Overheard
from tests.resort_fixtures import Given, MovableClock, settings_for

MORNING = datetime(2026, 10, 15, 14, 0, tzinfo=UTC)  # a Thursday, 9:00 AM in Cancún
DESK = {"DESK_PHONE": "+529981234567", "DESK_HOURS": "08:00-20:00"}
TalkerMaker = Callable[..., Talker]
# A right proposal to cancel what the guest has not booked is not taken from a model.
RIGHT = {"used", "not_theirs"}
ONCE = {"tests.journeys.talks.test_talk_in_the_docs"}
BOOKINGS = "SELECT CAST(id AS text), CAST(status AS text), seats FROM bookings"
WRONG_SEATS = """
    SELECT CAST(slot.id AS text) FROM time_slots slot
    JOIN bookings ON bookings.time_slot_id = slot.id
    GROUP BY slot.id, slot.booked_count
    HAVING slot.booked_count <> SUM(
        CASE WHEN bookings.status IN ('pending', 'confirmed') THEN bookings.seats ELSE 0 END
    )
"""


@pytest.fixture
def clock() -> MovableClock:
    """Nine o'clock on a Thursday morning."""
    return MovableClock(MORNING)


@pytest.fixture(scope="session")
def sqlite_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's resort in a database to copy."""
    folder = tmp_path_factory.mktemp("demo")
    path = folder / "resort.sqlite"
    _load_demo(f"sqlite:///{path}", folder)
    return path


@pytest.fixture(scope="session")
def postgres_demo(postgres_server: Any, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The demo's resort in a database to clone."""
    url: str = postgres_server.new_database()
    _load_demo(url, tmp_path_factory.mktemp("demo"))
    return url


def _load_demo(url: str, folder: Path) -> None:
    container = build(settings_for(url, folder))
    container.clock.override(providers.Object(MovableClock(MORNING)))
    container.messenger.override(providers.Object(ScriptedMessenger()))
    resort: Resort = container.resort()
    resort.migrations.upgrade()
    resort.demo.load(by=Actor.operator())
    resort.clockwork.relay.sweep()  # what the demo's own bookings have to tell is told
    resort.close()


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A resort of this journey's own; on SQLite where the journey doesn't ask for others."""
    if getattr(request, "param", "sqlite") == "sqlite":
        path = tmp_path / "resort.sqlite"
        shutil.copy(request.getfixturevalue("sqlite_demo"), path)
        yield f"sqlite:///{path}"
        return
    server = request.getfixturevalue("postgres_server")
    url = server.new_database(template=request.getfixturevalue("postgres_demo"))
    yield url
    server.drop(url)


@pytest.fixture
def messenger() -> ScriptedMessenger:
    """What brings replies to guests."""
    return ScriptedMessenger()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Take every journey twice: understood by rules alone, and by a model that is right."""
    if "mind" in metafunc.fixturenames and metafunc.module.__name__ not in ONCE:
        metafunc.parametrize("mind", ["rules", "model"], indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the journeys of a model on PostgreSQL: who understands is no matter of SQL."""
    twice = [one for one in items if one.name.endswith("[model-postgres]")]
    config.hook.pytest_deselected(items=twice)
    items[:] = [one for one in items if one not in twice]


@pytest.fixture(scope="session")
def shared_model() -> Iterator[FakeModel]:
    """A language model for all journeys."""
    with FakeModel() as fake:
        yield fake


@pytest.fixture
def mind(request: pytest.FixtureRequest) -> FakeModel | None:
    """Who understands: None are the rules alone."""
    if getattr(request, "param", "rules") == "rules":
        return None
    fake: FakeModel = request.getfixturevalue("shared_model")
    fake.reset()
    return fake


@pytest.fixture
def container(
    database_url: str,
    open_container: Callable[..., Container],
    messenger: ScriptedMessenger,
    mind: FakeModel | None,
) -> Iterator[Container]:
    """The parts of the demo's resort, with a desk that can be called; a model that is right
    must have been believed.
    """
    container = open_container(database_url, **DESK, **(model_settings(mind) if mind else {}))
    container.messenger.override(providers.Object(messenger))
    if mind is not None:
        overheard = Overheard(BuiltinEngine())
        container.chat.builtin.override(providers.Object(overheard))
        mind.respond(lambda _: overheard.proposal())
    if database_url.startswith("sqlite"):
        # Hundreds of journeys, none about a power cut: waiting for the disk is most of them.
        event.listen(container.storage().engine, "connect", _without_waiting)

    yield container

    if mind is not None:
        found = container.storage().reads.usage.figures(container.clock().now().date())
        assert found.outcomes.keys() <= RIGHT
        assert found.ever.tokens == mind.tokens
        assert mind.refusals == []


def model_settings(fake: FakeModel) -> dict[str, str]:
    """Return the settings by which the resort asks this model."""
    return {
        "OPENAI_API_KEY": API_KEY,
        "OPENAI_BASE_URL": fake.base_url,
        "OPENAI_MODEL": MODEL,
    }


def _without_waiting(connection: Any, _: object) -> None:
    connection.execute("PRAGMA synchronous = OFF")


@pytest.fixture(autouse=True)
def resort(container: Container) -> Iterator[Resort]:
    """The demo's resort; at the journey's end the seats must add up, and nobody else's booking
    may have changed.
    """
    resort: Resort = container.resort()
    before = _found(container, BOOKINGS)

    yield resort

    after = _found(container, BOOKINGS)
    assert before <= after
    assert _found(container, WRONG_SEATS) == set()


def _found(container: Container, query: str) -> set[tuple[Any, ...]]:
    with container.storage().engine.connect() as connection:
        return {tuple(row) for row in connection.execute(text(query))}


@pytest.fixture
def given(container: Container) -> Given:
    """Puts more things into the demo's resort."""
    return Given(container)


@pytest.fixture
def talker(resort: Resort, messenger: ScriptedMessenger) -> TalkerMaker:
    """Make somebody who writes, each from an address of their own."""
    return lambda **who: Talker(resort, messenger, **who)


@pytest.fixture
def guest(talker: TalkerMaker) -> Talker:
    """Somebody who writes for the first time."""
    return talker()
