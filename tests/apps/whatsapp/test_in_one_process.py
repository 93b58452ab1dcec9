"""Webhooks beside everything else, on the one port of `serve`; and what real servers refuse."""

import time

import pytest

from tests.apps.whatsapp.conftest import ACCOUNT, HOOK, STATUS
from tests.apps.whatsapp.programs import ask, environ, running, signed
from tests.fake_twilio import FakeTwilio

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def database_url(sqlite_url):
    """One process, one kind of database."""
    return sqlite_url


@pytest.fixture
def run(database_url, tmp_path):
    """Run a command with these settings: a context manager that lends its port."""
    return lambda command, **settings: running(
        [command], environ(database_url, tmp_path, **settings), tmp_path
    )


def test_with_a_twilio_account_its_posts_are_taken_at_the_root(run, kept, tmp_path):
    with (
        FakeTwilio() as fake,
        run("serve", **ACCOUNT, TWILIO_API_BASE_URL=fake.url) as (port,),
    ):
        fake.inbound("+14155550123")
        post = signed(fake, fake.phone("+14155550123").text("hello"))

        answers = [ask(port, HOOK, "POST", *post) for _ in range(2)]
        until = time.monotonic() + 10
        while not fake.sent_to("+14155550123") and time.monotonic() < until:
            time.sleep(0.05)

        assert answers == [(200, "<Response/>")] * 2
        assert [row["state"] for row in kept()] == ["worked"]
        assert len(fake.sent_to("+14155550123")) == 1
        assert ask(port, "/webhooks/other", "POST")[0] == 404
        assert ask(port, "/api/v1/activities/")[0] == 200
        counted = 'method="POST",route="/webhooks/whatsapp",status="200"} 2.0'
        assert counted in ask(port, "/metrics")[1]
        logged = (tmp_path / f"{port}.log").read_text()
        assert "route=/webhooks/whatsapp" in logged
        assert "4155550123" not in logged


def test_without_an_account_nobody_is_believed(run, kept):
    with FakeTwilio() as fake, run("serve") as (port,):
        post = signed(fake, fake.phone("+14155550123").text("hello"))

        answers = [ask(port, path, "POST", *post) for path in (HOOK, STATUS)]

    assert [status for status, _ in answers] == [403, 403]
    assert all('"INVALID_SIGNATURE"' in told for _, told in answers)
    assert kept() == []


@pytest.mark.parametrize("command", ["serve", "whatsapp"])
def test_no_server_takes_more_than_may_be_sent(run, command):
    with run(command, **ACCOUNT) as (port,):
        announced = ask(port, HOOK, "POST", b"x" * 70_000, FORM)
        in_chunks = ask(port, HOOK, "POST", [b"x" * 7_000] * 10, FORM, encode_chunked=True)
        small = ask(port, HOOK, "POST", [b"x=1"], FORM, encode_chunked=True)

    assert [announced[0], in_chunks[0], small[0]] == [413, 413, 403]


@pytest.mark.parametrize("command", ["serve", "whatsapp"])
def test_no_server_minds_what_host_is_named(run, command):
    with FakeTwilio() as fake, run(command, **ACCOUNT) as (port,):
        body, headers = signed(fake, fake.phone("+14155550123").text("hello"))

        for host in ("a:99999", "a:b:c", "[::1", "\xe9", "x" * 300):
            genuine = ask(port, HOOK, "POST", body, headers | {"Host": host})
            unsigned = ask(port, HOOK, "POST", body, FORM | {"Host": host})

            assert (genuine[0], unsigned[0]) == (200, 403), host
