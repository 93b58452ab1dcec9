"""`resortbook chat`: a guest's phone in the terminal, with a script on standard input."""

import json
import threading
from dataclasses import replace

import pytest
from dependency_injector import providers
from uuid_utils.compat import uuid7

from resortbook.application.reception import Heard
from resortbook.domain.guest import Channel
from resortbook.domain.messages import Direction
from tests.fake_twilio import ACCOUNT_SID, AUTH_TOKEN, SENDER, FakeTwilio
from tests.fakes import ScriptedMessenger

PHONE, OTHER = "+14155550123", "+14155550124"


def messages(result):
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def told_in_words(message):
    choices = [
        " - ".join(part for part in (one["title"], one.get("description")) if part)
        for one in message["buttons"] + message["list"]
    ]
    lines = [f"{number}. {choice}" for number, choice in enumerate(choices, 1)]
    return "\n".join([message["body"], *lines, "", ""])


def test_each_line_is_answered_before_the_next_one_is_read(run, given):
    given.slot()

    told = messages(run("chat", "--json", stdin="hello\nwhat can I do there?\n"))

    assert [one["body"] for one in told if one["direction"] == "in"] == [
        "hello",
        "what can I do there?",
    ]
    assert [one["direction"] for one in told] == ["in", "out"] * 2
    names = {"id", "direction", "body", "buttons", "list", "created_at"}
    assert all(set(one) == names for one in told)
    assert all(one["body"] for one in told)


def test_people_read_the_same_with_choices_numbered(run, given):
    given.slot()
    script = "hello\njet skiing tomorrow\n"

    told = messages(run("chat", "--json", stdin=script))
    read = run("chat", "--phone", OTHER, stdin=script)

    answers = [told_in_words(one) for one in told if one["direction"] == "out"]
    assert read.exit_code == 0
    # Links and references are of each one's own.
    assert [line[:12] for line in read.stdout.splitlines()] == [
        line[:12] for line in "".join(answers).splitlines()
    ]


def test_it_is_a_guest_of_this_database(run, resort, given):
    given.slot()

    run("chat", "--phone", "+1 (415) 555-0124", stdin="hello\n")
    run("chat", "--phone", "US.ABC123", stdin="hello\n")

    for address in (OTHER, "US.ABC123"):
        said, answer = resort.transcript(address)
        assert said.body == "hello"
        assert answer.direction is Direction.OUT


def test_blank_lines_say_nothing_and_the_end_ends_it(run):
    nothing = run("chat", stdin="\n   \n\n")

    assert (nothing.exit_code, nothing.stdout) == (0, "")


def test_a_script_of_any_bytes_breaks_nothing(run):
    told = messages(run("chat", "--json", stdin="\ufeffhello\x00 🏄\n"))

    assert told[0]["body"] == "hello 🏄"


def test_a_phone_that_is_none_is_one_line_of_error(run):
    result = run("chat", "--phone", "nonsense", stdin="hello\n")

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_only_what_was_said_since_is_told(run, resort, given):
    given.slot()
    run("chat", stdin="hello\n")

    told = messages(run("chat", "--json", stdin="hello again\n"))

    assert [one["direction"] for one in told] == ["in", "out"]


def test_with_twilio_set_up_nothing_is_sent_and_others_messages_are_left_alone(
    run, resort, container
):
    others = Heard(provider_sid="SM1", channel=Channel.PHONE, address=OTHER, body="hello")
    resort.reception.receive(others)
    resort.reception.work()  # its answer waits for a server that sends it

    with FakeTwilio() as twilio:
        account = {
            "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
            "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
            "TWILIO_WHATSAPP_FROM": SENDER,
            "TWILIO_API_BASE_URL": twilio.url,
        }
        told = messages(run("chat", "--json", stdin="hello\n", **account))

        assert [one["direction"] for one in told] == ["in", "out"]
        assert twilio.sent_to(PHONE) == twilio.sent_to(OTHER) == []
    with container.storage().engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT state FROM outbox ORDER BY id")
        assert [state for (state,) in rows] == ["pending", "done"]


@pytest.fixture
def provider(container):
    """What a server on the same database sends to real phones."""
    provider = ScriptedMessenger()
    container.messenger.override(providers.Object(provider))
    return provider


@pytest.fixture
def server(provider, resort):
    """A server that is quicker than the command, or slower, as it happens."""
    must_end = threading.Event()

    def serve():
        while not must_end.wait(0.001):
            resort.reception.work()
            resort.clockwork.relay.sweep()

    thread = threading.Thread(target=serve)
    thread.start()
    yield
    must_end.set()
    thread.join()


def test_a_server_on_the_same_database_breaks_nothing_and_sends_nothing(run, server, provider):
    told = messages(run("chat", "--json", stdin="hello\n" * 10))

    assert [one["direction"] for one in told] == ["in", "out"] * 10
    assert provider.accepted == []


def test_an_answer_that_the_command_left_behind_goes_to_nobody(run, provider, resort):
    typed = Heard(provider_sid="CLI1", channel=Channel.PHONE, address=PHONE, body="hello")
    written = replace(typed, provider_sid="SM1")
    for heard in (typed, written):
        resort.reception.receive(heard)
        resort.reception.work()

    resort.clockwork.relay.sweep()

    assert len(provider.accepted) == 1
    assert not resort.is_busy(PHONE)
    assert resort.check() == []


@pytest.mark.parametrize("stdin", ["", "hello\n"])
def test_an_empty_resort_gets_the_demo_first(run, stdin, tmp_path):
    empty = f"sqlite:///{tmp_path}/{uuid7()}.sqlite"

    result = run("chat", stdin=stdin, DATABASE_URL=empty, DEMO="yes")
    listed = run("facts", "list", "--json", DATABASE_URL=empty)

    assert (result.exit_code, "demo" in result.stderr) == (0, True)
    assert len(json.loads(listed.stdout)) == 15
