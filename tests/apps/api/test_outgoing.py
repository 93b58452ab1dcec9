"""Messages to guests over HTTP: what failed or waits, and trying it anew."""

import pytest
from dependency_injector import providers

from resortbook.application.reception import Heard
from resortbook.domain.guest import Channel
from resortbook.ports.messaging import MessageRefused, TemplateMissing
from tests.apps.api.visitors import Visitor, details, error
from tests.fakes import ScriptedMessenger

MESSAGES = "/staff/messages/"
UNKNOWN = "01928f2e-0000-7000-8000-000000000000"
ITEM = {
    "id",
    "status",
    "kind",
    "guest_id",
    "name",
    "phone",
    "reference",
    "template",
    "reason",
    "attempts",
    "created_at",
    "since",
    "next_try_at",
}


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def stuck(messenger, resort):
    """Three messages: one was refused, one waits for its template, one went out."""
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


def test_messages_are_shown_as_they_stand_without_their_words(desk: Visitor, stuck: None):
    shown = desk.get(MESSAGES).get_json()

    assert [one["status"] for one in shown["items"]] == ["sent", "waiting", "failed"]
    assert all(set(one) == ITEM for one in shown["items"])
    failed = shown["items"][2]
    assert (failed["phone"], failed["reason"]) == ("+1415•••0120", "twilio 63024")
    assert (failed["attempts"], failed["next_try_at"]) == (1, None)
    assert failed["since"] == "2026-10-15T17:00:00Z"
    assert shown["items"][1]["next_try_at"] == "2026-10-15T17:05:00Z"


@pytest.mark.parametrize(
    ("query", "statuses"),
    [
        ("status=failed", ["failed"]),
        ("status=failed&status=waiting", ["waiting", "failed"]),
        ("status=queued", []),
        ("status=sent&limit=1", ["sent"]),
    ],
)
def test_they_are_found_by_status(desk: Visitor, stuck: None, query: str, statuses: list[str]):
    found = desk.get(f"{MESSAGES}?{query}").get_json()

    assert [one["status"] for one in found["items"]] == statuses
    assert found["next_cursor"] is None


def test_a_list_goes_on_after_its_cursor(desk: Visitor, stuck: None):
    first = desk.get(f"{MESSAGES}?limit=2").get_json()
    rest = desk.get(f"{MESSAGES}?limit=2&cursor={first['next_cursor']}").get_json()

    assert [one["status"] for one in rest["items"]] == ["failed"]
    assert rest["next_cursor"] is None


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("status=lost", "status.0"),
        ("cursor=x", "cursor"),
        ("limit=0", "limit"),
        ("phone=1", "phone"),
    ],
)
def test_what_cannot_be_asked_is_refused(desk: Visitor, query: str, field: str):
    answer = desk.get(f"{MESSAGES}?{query}")

    assert error(answer) == (400, "VALIDATION_ERROR")
    assert list(details(answer)["fields"]) == [field]


def test_a_failed_message_is_tried_anew_once(desk: Visitor, stuck: None, resort, messenger):
    [failed] = desk.get(f"{MESSAGES}?status=failed").get_json()["items"]
    path = f"{MESSAGES}{failed['id']}/retry/"

    answers = [desk.post(path) for _ in range(2)]
    resort.clockwork.relay.sweep()
    answers.append(desk.post(path))

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert [answer.get_json()["status"] for answer in answers] == ["queued", "queued", "sent"]
    assert len(messenger.accepted) == 2


@pytest.mark.parametrize("key", ["x", UNKNOWN])
def test_a_message_that_is_none_is_not_there(desk: Visitor, key: str):
    assert error(desk.post(f"{MESSAGES}{key}/retry/")) == (404, "NOT_FOUND")
