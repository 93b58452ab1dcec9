"""The lead: one process has it, and it is free once that process lets go or dies."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from resortbook.adapters.sql.leadership import ASK_AGAIN_SECONDS
from resortbook.domain.errors import Unavailable


@pytest.fixture
def database_url(postgres_server, postgres_template):
    url = postgres_server.new_database(template=postgres_template)
    yield url
    postgres_server.drop(url)


@pytest.fixture
def two(database_url, open_container, monkeypatch):
    """Two processes' leadership of one database, both looking whenever they are asked."""
    monkeypatch.setattr("resortbook.adapters.sql.leadership.ASK_AGAIN_SECONDS", 0)
    monkeypatch.setattr("resortbook.adapters.sql.leadership.LOOK_AGAIN_SECONDS", 0)
    return [open_container(database_url).resort().leadership for _ in range(2)]


def test_one_leads_until_it_resigns(two):
    first, second = two

    before = [first.is_mine(), second.is_mine(), first.is_mine()]
    first.resign()
    after = [second.is_mine(), first.is_mine()]

    assert before == [True, False, True]
    assert after == [True, False]
    assert ASK_AGAIN_SECONDS < 60


def test_everybody_can_see_who_leads_and_since_when(two):
    first, second = two
    nobody = second.leader()

    first.is_mine()

    leader = second.leader()
    assert nobody is None
    assert leader is not None
    assert ":" in leader.process
    assert abs(leader.since - datetime.now(UTC)) < timedelta(seconds=60)


def test_a_leader_that_is_cut_off_knows_it_and_the_lead_is_free(two, container, database_url):
    first, second = two
    first.is_mine()
    cut = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
    with container.storage().engine.connect() as connection:
        connection.execute(text(cut + " AND pid <> pg_backend_pid() AND objsubid = 1"))

    with pytest.raises(Unavailable):
        first.is_mine()

    assert second.is_mine()
    assert not first.is_mine()


def test_what_is_led_is_left_alone_by_the_others(database_url, open_container, clock):
    resorts = [open_container(database_url).resort() for _ in range(2)]
    assert resorts[0].leadership.is_mine()

    led = [step() for step in resorts[1].clockwork.led]

    assert set(led) == {0}
