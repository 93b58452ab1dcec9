"""A key whose first request still runs, on PostgreSQL, where two can run at once."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from resortbook.ports.idempotency import KeptAnswer
from resortbook_api.app import create_app
from tests.apps.api.described import Description
from tests.apps.api.test_bookings import IN_TWO_DAYS, wish
from tests.apps.api.visitors import Visitor, error
from tests.resort_fixtures import Given, MovableClock

KEY = {"Idempotency-Key": "still running"}


@pytest.fixture
def database_url(postgres_server: Any, postgres_template: str) -> Any:
    url = postgres_server.new_database(template=postgres_template)
    yield url
    postgres_server.drop(url)


@pytest.fixture
def app(container: Any) -> Flask:
    return create_app(container.resort(), container.settings())


def an_answer(owner: str, now: datetime) -> KeptAnswer:
    return KeptAnswer(
        owner=owner,
        key=KEY["Idempotency-Key"],
        fingerprint="",
        status=200,
        body=b"{}",
        created_at=now,
        expires_at=now + timedelta(days=1),
    )


@pytest.mark.servers
def test_a_second_request_waits_for_the_first_and_is_told_when_it_does_not_end(
    guest: Visitor,
    given: Given,
    container: Any,
    app: Flask,
    description: Description,
    clock: MovableClock,
):
    slot = given.slot(start=IN_TWO_DAYS)
    path = f"/bookings/{guest.post('/bookings/', wish(slot)).get_json()['id']}/confirm/"

    with container.storage().begin() as work:
        work.answers.add(an_answer(f"guest:{guest.person.id}", clock.now()))
        refused = guest.post(path, headers=KEY)  # the first one has not come to its end
    confirmed = guest.post(path, headers=KEY)

    assert error(refused) == (409, "REQUEST_IN_PROGRESS")
    assert refused.headers["Retry-After"] == "1"
    assert confirmed.get_json()["status"] == "confirmed"
