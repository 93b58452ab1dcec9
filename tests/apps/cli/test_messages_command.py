import json

import pytest
from dependency_injector import providers

from resortbook.application.reception import Heard
from resortbook.domain.guest import Channel
from resortbook.ports.messaging import MessageRefused, TemplateMissing
from tests.apps.cli.conftest import lines_of
from tests.fakes import ScriptedMessenger

NOBODYS = "018f0000-0000-7000-8000-000000000001"


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def stuck(messenger, resort):
    """Two messages: one was refused, the other waits for its template."""
    messenger.failures = [MessageRefused("twilio 63024"), TemplateMissing("REMINDER_1H")]
    for number in range(3):
        heard = Heard(
            provider_sid=f"SM{number}",
            channel=Channel.PHONE,
            address=f"+1415555012{number}",
            body="hi",
        )
        resort.reception.receive(heard)
    resort.reception.work()
    resort.clockwork.relay.sweep()


def test_what_failed_and_what_waits_is_listed_with_the_reason(run, stuck):
    listed = run("messages", "failed")
    shown = json.loads(run("messages", "failed", "--json").stdout)

    since, missing = "Thu 2026-10-15 12:00", "template REMINDER_1H is not set up"
    assert [line[1:] for line in lines_of(listed)] == [
        ["waiting", "+1415•••0121", "ChatReply", "", missing, "0", since],
        ["failed", "+1415•••0120", "ChatReply", "", "twilio 63024", "1", since],
    ]
    assert [one["status"] for one in shown] == ["waiting", "failed"]
    assert shown[1]["phone"] == "+1415•••0120"
    assert "+14155550120" not in listed.stdout


def test_nothing_that_failed_is_an_empty_list(run):
    assert lines_of(run("messages", "failed")) == []
    assert json.loads(run("messages", "failed", "--json").stdout) == []


def test_one_is_tried_anew_and_a_second_time_is_calm(run, stuck, resort, messenger):
    [*_, failed] = lines_of(run("messages", "failed"))

    results = [run("messages", "retry", failed[0]) for _ in range(2)]
    resort.clockwork.relay.sweep()
    results.append(run("messages", "retry", failed[0]))

    assert [result.exit_code for result in results] == [0, 0, 0]
    assert [result.stdout for result in results] == [
        "The message is queued.\n",
        "The message is queued.\n",
        "The message is sent.\n",
    ]
    assert len(messenger.accepted) == 2


def test_all_that_failed_are_tried_anew(run, stuck):
    told = [run("messages", "retry", "--all").stdout for _ in range(2)]

    assert told == ["1 message goes out again.\n", "0 messages go out again.\n"]
    assert [line[1] for line in lines_of(run("messages", "failed"))] == ["waiting"]


@pytest.mark.parametrize("message_id", ["x", NOBODYS, "\0"])
def test_a_message_that_is_none_is_one_line(run, message_id):
    result = run("messages", "retry", message_id)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: There is no such message\n"


@pytest.mark.parametrize("args", [[], ["--all", NOBODYS]])
def test_either_one_or_all(run, args):
    assert run("messages", "retry", *args).exit_code == 2
