"""One way to the seats: whoever makes a hold, anybody may confirm it, and the guest is told."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from click.testing import CliRunner
from flask.testing import FlaskClient

from resortbook.application.resort import Resort
from resortbook.bootstrap.container import Container
from resortbook.domain.actor import Actor, Role
from resortbook_api.app import create_app
from resortbook_cli.command_line import command_line
from tests.fakes import ScriptedMessenger
from tests.journeys.talk import Talker, local
from tests.journeys.talks.conftest import DESK, MORNING
from tests.resort_fixtures import SECRETS

DOORS = ("chat", "web", "desk", "command line")
SLUG, PHONE = "jet-skiing", "+14155550123"


@pytest.fixture
def guest(resort: Resort, messenger: ScriptedMessenger) -> Talker:
    """A guest who has written before."""
    guest = Talker(resort, messenger, address=PHONE)
    guest.says("hello")
    return guest


@pytest.fixture
def start(resort: Resort) -> datetime:
    """Two o'clock on Saturday."""
    return local(resort, 2026, 10, 17, 14)


@pytest.fixture
def slot_id(resort: Resort, start: datetime) -> str:
    activity = resort.catalogue.get_activity(SLUG)
    return str(resort.bookings.check_availability(activity.id, start)[0].slot.id)


@pytest.fixture
def browser(container: Container, resort: Resort) -> Callable[[str], FlaskClient]:
    """Return a browser in which the owner of a phone is signed in."""
    app = create_app(resort, container.settings())

    def signed_in(phone: str) -> FlaskClient:
        person = resort.account.guest_of_phone(phone)
        with container.storage().begin() as work:
            session = container.sessions().open(work, person, now=resort.clock.now())
            work.commit()
        client = app.test_client(use_cookies=False)
        client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {session.token}"
        return client

    return signed_in


@pytest.fixture
def counter(resort: Resort, browser: Callable[[str], FlaskClient]) -> FlaskClient:
    """The desk's browser."""
    resort.staff.add("+14155550198", name="Dana", role=Role.STAFF, by=Actor.operator())
    return browser("+14155550198")


@pytest.fixture
def command(database_url: str, tmp_path: Path) -> Callable[..., str]:
    """Run a command at that time of the morning."""
    media = {"MEDIA_DIR": str(tmp_path / "media"), "DEMO": "no"}
    environ = {"DATABASE_URL": database_url, **media, **DESK, **SECRETS}

    def run(*args: str) -> str:
        with time_machine.travel(MORNING, tick=False):
            done = CliRunner().invoke(command_line, args, env=environ)
        assert done.exit_code == 0, done.output
        return done.stdout

    return run


@pytest.fixture
def hold(
    guest: Talker,
    slot_id: str,
    resort: Resort,
    browser: Callable[[str], FlaskClient],
    counter: FlaskClient,
    command: Callable[..., str],
) -> Callable[[str], Any]:
    """Hold two seats through a door; return what the guest is told of it."""

    def by_chat() -> list[str]:
        return [guest.says("jet ski on saturday at 2pm for 2")]

    def by_web() -> list[str]:
        activity = str(resort.catalogue.get_activity(SLUG).id)
        asked = {"activity_id": activity, "time_slot_id": slot_id, "participants": 2}
        made = browser(PHONE).post("/api/v1/bookings/", json=asked)
        assert made.status_code == 201, made.text
        return guest.is_told()

    def by_desk() -> list[str]:
        asked = {
            "time_slot_id": slot_id,
            "participants": 2,
            "guest": {"name": "Ana", "phone": PHONE},
            "hold_until": "2026-10-15T18:00:00Z",
        }
        made = counter.post("/api/v1/staff/bookings/", json=asked)
        assert made.status_code == 201, made.text
        return guest.is_told()

    def by_command() -> list[str]:
        at = "2026-10-17T14:00"
        command("bookings", "create", SLUG, at, "--participants", "2", "--phone", PHONE)
        return guest.is_told()

    ways = dict(zip(DOORS, (by_chat, by_web, by_desk, by_command), strict=True))
    return lambda door: ways[door]()


@pytest.fixture
def confirm(
    guest: Talker,
    browser: Callable[[str], FlaskClient],
    counter: FlaskClient,
    command: Callable[..., str],
) -> Callable[[str], Any]:
    """Confirm the hold through a door; return what the guest is told of it."""

    def reference() -> str:
        return guest.bookings[-1].booking.reference

    def by_chat() -> list[str]:
        is_reply = guest.heard[-1].kind == "ChatReply"
        return [guest.says("yes") if is_reply else guest.taps("Confirm")]

    def by_web() -> list[str]:
        done = browser(PHONE).post(f"/api/v1/bookings/{reference()}/confirm/")
        assert done.status_code == 200, done.text
        return guest.is_told()

    def by_desk() -> list[str]:
        done = counter.post(f"/api/v1/staff/bookings/{reference()}/confirm/")
        assert done.status_code == 200, done.text
        return guest.is_told()

    def by_command() -> list[str]:
        command("bookings", "confirm", reference())
        return guest.is_told()

    ways = dict(zip(DOORS, (by_chat, by_web, by_desk, by_command), strict=True))
    return lambda door: ways[door]()


@pytest.mark.parametrize("confirming", DOORS)
@pytest.mark.parametrize("holding", DOORS)
def test_a_hold_of_any_door_is_confirmed_at_any_other(
    guest: Talker, hold: Any, confirm: Any, resort: Resort, holding: str, confirming: str
):
    held = hold(holding)
    kinds_of_hold = guest.heard[-1].kind
    confirmed = confirm(confirming)
    kind_of_confirming = guest.heard[-1].kind

    assert guest.rows == ["confirmed jet-skiing Sat 17 Oct 14:00 for 2 at 160.00"]
    # One message each: in the chat it is the reply, elsewhere what was done is told.
    assert len(held) == len(confirmed) == 1
    assert kinds_of_hold == ("ChatReply" if holding == "chat" else "BookingCreated")
    assert kind_of_confirming == ("ChatReply" if confirming == "chat" else "BookingConfirmed")
    for body in (held[0], confirmed[0]):
        assert "Jet Skiing" in body
        assert re.search(r"Sat\w*,? (October 17|17 October|Oct 17)", body)
    assert "160" in held[0]
    assert resort.check() == []
