"""The description and the server agree, whatever is sent and by whomever."""

import re
from functools import partial

import pytest
from flask import Flask

from resortbook.application.resort import Resort
from resortbook.domain.actor import Actor, Door
from resortbook_api.document import document_of
from tests.apps.api.described import Description
from tests.apps.api.fuzzing import IS_LONG, MOST_SECONDS, Run, run_on
from tests.apps.api.visitors import Visitor
from tests.resort_fixtures import Given

pytestmark = pytest.mark.timeout(MOST_SECONDS)

# Each run takes one part, so that it ends within a minute on a busy machine.
STAFF = "^/api/v1/staff"
PARTS = {
    "activities": r"^/api/v1/(activities|resort|recommendations)/",
    "account": r"^/api/v1/(auth|preferences|live)/",
    "bookings": r"^/api/v1/bookings/",
    "desk-bookings": rf"{STAFF}/(bookings|charges|arrivals)/",
    "desk-slots": rf"{STAFF}/slots/",
    "desk-schedules": rf"{STAFF}/(schedules|resources|activities/\{{key\}}/(slots|sch|res))",
    "desk-catalogue": rf"{STAFF}/(images/|activities/(\{{key\}}/(images/)?$|import|export|$))",
    "desk-people": rf"{STAFF}/(people|guests|audit|reports)/",
    "desk-talk": rf"{STAFF}/(conversations|messages)/",
    "operations": r"^/(health|metrics|simulator)",
}
# By whom a part is worth asking for; long runs ask for everything by everybody.
ASKED = {
    "anybody": ("activities", "account", "operations"),
    "guest": ("activities", "account", "bookings"),
    "admin": tuple(part for part in PARTS if part.startswith("desk-")),
}
RUNS = [(who, part) for who, parts in ASKED.items() for part in (PARTS if IS_LONG else parts)]


@pytest.fixture
def visitors(anybody: Visitor, guest: Visitor, admin: Visitor) -> dict[str, Visitor]:
    return {"anybody": anybody, "guest": guest, "admin": admin}


@pytest.fixture
def fuzz(port: int, app: Flask, given: Given, guest: Visitor, resort: Resort) -> Run:
    """Send what the description allows, and what it does not, where the guest has booked."""
    sold = given.hold(given.slot(), guest=guest.person).booking
    resort.bookings.confirm_booking(sold.id, by=Actor.guest(sold.guest_id, door=Door.WEB))
    return partial(run_on, port, document_of(app))


@pytest.mark.parametrize(("who", "part"), RUNS)
def test_nobody_meets_an_answer_that_is_not_described(
    fuzz: Run, visitors: dict[str, Visitor], who: str, part: str
):
    assert fuzz(visitors[who], PARTS[part]).faults == []


def test_the_description_is_held_against_the_server(
    fuzz: Run, anybody: Visitor, app: Flask, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(app.view_functions, "operations.Alive", lambda: {"status": 7})

    faults = fuzz(anybody, "^/health/live$").faults

    assert any("/health/live" in fault for fault in faults)


def test_every_path_is_in_one_part(description: Description):
    for path in description.document["paths"]:
        parts = [part for part, pattern in PARTS.items() if re.search(pattern, path)]

        assert len(parts) == 1, (path, parts)
