"""The API under test: a resort on SQLite, and clients that hold every answer against the
description.
"""

import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import waitress.server
from flask import Flask
from waitress import wasyncore

from resortbook.application.resort import Resort
from resortbook.application.sessions import SignedIn
from resortbook.bootstrap import build
from resortbook.bootstrap.container import Container
from resortbook.domain.actor import Role
from resortbook.domain.guest import Guest
from resortbook.settings import Settings
from resortbook_api.app import close, create_app
from resortbook_api.broadcast import Broadcast
from resortbook_api.current import EXTENSION, House
from resortbook_api.document import document_of
from resortbook_api.metrics import Metrics
from tests.apps.api.described import Description
from tests.apps.api.visitors import Visitor
from tests.resort_fixtures import Given, settings_for

SignIn = Callable[[Guest], Visitor]
THREADS = 6  # of the real server; at most half of them keep streams
CODE = re.compile(r"\b[0-9]{6}\b")


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One kind of database is enough here: the storage has its own tests."""
    return sqlite_url


@pytest.fixture(scope="session")
def one_app(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """An application without a resort of its own: making one takes a tenth of a second."""
    settings = settings_for(f"sqlite:///{sqlite_template}", tmp_path_factory.mktemp("app"))
    resort: Resort = build(settings).resort()
    app = create_app(resort, settings)
    resort.close()
    return app


@pytest.fixture(scope="session")
def description(one_app: Flask) -> Description:
    """What the API says about itself."""
    return Description(document_of(one_app))


@pytest.fixture
def settings(container: Container) -> Settings:
    """The settings of the resort under test."""
    chosen: Settings = container.settings()
    return chosen


@pytest.fixture
def app(one_app: Flask, resort: Resort, settings: Settings) -> Iterator[Flask]:
    """The API of the resort under test."""
    broadcast = Broadcast(resort=resort, most=THREADS // 2)
    one_app.extensions[EXTENSION] = House(
        resort=resort,
        settings=settings,
        broadcast=broadcast,
        metrics=Metrics(resort, shows_house=True),
    )
    yield one_app
    broadcast.close()


@pytest.fixture
def anybody(app: Flask, description: Description) -> Visitor:
    """Somebody who is not signed in."""
    return Visitor(app, description)


@pytest.fixture
def open_session(container: Container) -> Callable[[Guest], SignedIn]:
    """Open a session without any code."""

    def open_(person: Guest) -> SignedIn:
        with container.storage().begin() as work:
            session: SignedIn = container.sessions().open(
                work, person, now=container.clock().now()
            )
            work.commit()
        return session

    return open_


@pytest.fixture
def sign_in(
    app: Flask, description: Description, open_session: Callable[[Guest], SignedIn]
) -> SignIn:
    """Return a visitor who shows the token of a guest's session."""

    def visitor(person: Guest) -> Visitor:
        session = open_session(person)
        return Visitor(app, description, token=session.token, signed_in=person)

    return visitor


@pytest.fixture
def guest(given: Given, sign_in: SignIn) -> Visitor:
    """A guest who is signed in."""
    return sign_in(given.guest("+14155550123", name="Maria Lopez", room="204"))


@pytest.fixture
def other_guest(given: Given, sign_in: SignIn) -> Visitor:
    """Another guest who is signed in."""
    return sign_in(given.guest("+14155550124", name="John Smith"))


@pytest.fixture
def desk(given: Given, sign_in: SignIn, resort: Resort) -> Visitor:
    """A member of staff who is signed in."""
    return sign_in(_member(given, resort, "+14155550198", Role.STAFF))


@pytest.fixture
def admin(given: Given, sign_in: SignIn, resort: Resort) -> Visitor:
    """An admin who is signed in."""
    return sign_in(_member(given, resort, "+14155550197", Role.ADMIN))


def _member(given: Given, resort: Resort, phone: str, role: Role) -> Guest:
    given.staff(phone, role=role)
    return resort.account.guest_of_phone(phone)


@pytest.fixture
def codes(resort: Resort) -> Callable[[str], list[str]]:
    """Return the codes that a phone was sent, oldest first."""

    def sent(phone: str) -> list[str]:
        resort.clockwork.relay.sweep()
        return [code for line in resort.transcript(phone) for code in CODE.findall(line.body)]

    return sent


@pytest.fixture
def port(app: Flask) -> Iterator[int]:
    """The port of a real server on this machine, for the API of the resort under test."""
    sockets: dict[int, Any] = {}
    server: Any = waitress.server.create_server(
        app, host="127.0.0.1", port=0, threads=THREADS, map=sockets
    )
    must_end = threading.Event()

    def serve() -> None:
        while not must_end.is_set():
            wasyncore.loop(timeout=0.05, map=sockets, count=1)
        server.task_dispatcher.shutdown(timeout=2)
        wasyncore.close_all(sockets)

    thread = threading.Thread(target=serve)
    thread.start()
    yield server.effective_port
    close(app)  # streams end first, as at a real end
    must_end.set()
    thread.join()
