"""The simulated WhatsApp: writing to the resort, reading what was said, moving the clock."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from resortbook.application.resort import Resort
from resortbook.domain.guest import Channel
from resortbook.settings import Settings
from tests.apps.api.visitors import Visitor, details, error
from tests.builders import NOON

PHONE = "+14155550123"
INVALID = (400, "VALIDATION_ERROR")
MESSAGES, CLOCK = "//simulator/messages", "//simulator/clock"


@pytest.fixture
def say(anybody: Visitor) -> Callable[..., Any]:
    """Write to the resort."""

    def say_(body: str = "Hello", sender: str = PHONE, **more: Any) -> Any:
        return anybody.post(MESSAGES, {"from": sender, "body": body, **more})

    return say_


@pytest.fixture
def read(anybody: Visitor) -> Callable[..., Any]:
    """Read what a phone shows."""

    def read_(phone: str = PHONE) -> Any:
        answer = anybody.get(MESSAGES, query_string={"phone": phone})
        assert answer.status_code == 200, answer.text
        return answer.get_json()

    return read_


@pytest.fixture
def kept(container: Any) -> Callable[[], Any]:
    """Return the message that waits to be answered."""

    def kept_() -> Any:
        with container.storage().begin() as work:
            turn = work.inbox.claim_turn(
                NOON, lease=timedelta(seconds=1), token=container.ids().new()
            )
        return turn.messages[-1]

    return kept_


def test_what_a_guest_says_is_there_at_once_and_the_phone_is_busy_until_the_answer(
    say: Any, read: Any, resort: Resort
):
    answer = say("Any room on a boat?")

    assert answer.status_code == 202
    said = {
        "id": answer.get_json()["id"],
        "direction": "in",
        "body": "Any room on a boat?",
        "buttons": [],
        "list": [],
        "created_at": "2026-10-15T17:00:00Z",
    }
    assert read() == {"items": [said], "busy": True}
    resort.reception.work()
    assert read()["busy"]
    resort.clockwork.relay.sweep()
    shown = read()
    assert not shown["busy"]
    assert [item["direction"] for item in shown["items"]] == ["in", "out"]
    assert shown["items"][0] == said


def test_the_same_sid_twice_is_one_message(say: Any, read: Any):
    first = say("Hello", message_sid="SM1").get_json()
    second = say("Hello again", message_sid="SM1").get_json()
    third = say("Hello", message_sid="SM2").get_json()

    assert first == second != third
    assert [item["body"] for item in read()["items"]] == ["Hello", "Hello"]


@pytest.mark.parametrize(
    ("sender", "address"),
    [
        ("+14155550123", "+14155550123"),
        ("whatsapp:+14155550123", "+14155550123"),
        ("+1 (415) 555-0123", "+14155550123"),
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("+15550001234", "+15550001234"),  # possible, though no plan has it
        ("US.ABC123", "US.ABC123"),
        ("whatsapp:US.ABC123", "US.ABC123"),
        ("MX.ENT.abc9", "MX.ENT.abc9"),
    ],
)
def test_a_guest_writes_from_a_number_or_from_an_id_of_whatsapp(
    say: Any, read: Any, kept: Any, sender: str, address: str
):
    assert say(sender=sender).status_code == 202

    for phone in (sender, address, f"whatsapp:{address}"):
        assert len(read(phone)["items"]) == 1
    channel = Channel.PHONE if address.startswith("+") else Channel.WHATSAPP_ID
    assert (kept().address, kept().channel) == (address, channel.value)


def test_a_plus_that_became_a_blank_is_a_plus(anybody: Visitor, say: Any):
    say()

    answer = anybody.get(f"{MESSAGES}?phone={PHONE}")

    assert len(answer.get_json()["items"]) == 1


@pytest.mark.parametrize(
    "sender",
    ["14155550123", "+1", "+", "", "US.", "us.abc", "US.a b", "+1415555012345678", "x"],
)
def test_nobody_writes_from_nowhere(say: Any, sender: str):
    assert error(say(sender=sender)) in (INVALID, (400, "INVALID_PHONE"))


def test_a_number_that_cannot_be_is_named(say: Any):
    answer = say(sender="+99999999999")

    assert error(answer) == (400, "INVALID_PHONE")
    assert "from" in details(answer)["fields"]


def test_everything_beside_the_words_is_kept(say: Any, kept: Any):
    media = [{"url": "https://example.com/a.ogg", "content_type": "audio/ogg; codecs=opus"}]

    answer = say(
        "Yes, confirm",
        button="confirm:1",
        name=" Maria   Lopez ",
        reply_to="SM9",
        media=media,
        location={"latitude": 21.13, "longitude": -86},
    )

    assert answer.status_code == 202
    assert kept().body == "Yes, confirm"
    assert kept().form == {
        "button": "confirm:1",
        "button_text": "Yes, confirm",
        "reply_to": "SM9",
        "media": media,
        "location": {"latitude": 21.13, "longitude": -86.0},
        "profile_name": "Maria Lopez",
    }


def test_who_gives_a_name_has_it(say: Any, resort: Resort):
    say(name="Maria Lopez")

    assert resort.account.guest_of_phone(PHONE).name == "Maria Lopez"


@pytest.mark.parametrize("body", ["", " ", "x" * 4_096, "🏖️ ñ\n\tB<script>&'\"\u202e", "\x07"])
def test_words_are_kept_as_they_are(say: Any, read: Any, body: str):
    assert say(body).status_code == 202

    assert read()["items"][0]["body"] == body


@pytest.mark.parametrize(
    "change",
    [
        {"body": "x" * 4_097},
        {"body": None},
        {"body": 1},
        {"body": "a\x00b"},
        {"sid": "SM1"},
        {"button": ""},
        {"button": "x" * 257},
        {"button": "a\nb"},
        {"name": "x" * 201},
        {"name": ["Maria"]},
        {"message_sid": ""},
        {"message_sid": 7},
        {"reply_to": {}},
        {"media": {}},
        {"media": [{"url": "https://example.com/a.jpg"}]},
        {"media": [{"url": "javascript:alert(1)", "content_type": "image/jpeg"}]},
        {"media": [{"url": "https://example.com/a.jpg", "content_type": "picture"}]},
        {"media": [{"url": "https://example.com/a", "content_type": "a/b", "x": 1}]},
        {"media": [{"url": "https://example.com/a", "content_type": "a/b"}] * 11},
        {"location": {"latitude": 21.13}},
        {"location": {"latitude": "21.13", "longitude": 0}},
        {"location": {"latitude": True, "longitude": 0}},
        {"location": {"latitude": 90.1, "longitude": 0}},
        {"location": {"latitude": 0, "longitude": -180.1}},
        {"location": {"latitude": 0, "longitude": 0, "altitude": 0}},
    ],
    ids=str,
)
def test_what_whatsapp_would_not_bring_is_refused(say: Any, read: Any, change: dict[str, Any]):
    assert error(say(**{"sender": PHONE, "body": "Hello", **change})) == INVALID

    assert read()["items"] == []


@pytest.mark.parametrize(
    "more",
    [
        '"body": "", "location": {"latitude": 1e999, "longitude": 0}',
        '"body": "\\ud800"',
        '"body": "a\\u0000b"',
        '"body": "Hello", "body": "Hello"',
    ],
)
def test_what_only_looks_like_json_is_refused(anybody: Visitor, more: str):
    text = f'{{"from": "{PHONE}", {more}}}'

    answer = anybody.post(MESSAGES, data=text, content_type="application/json")

    assert error(answer) == INVALID


@pytest.mark.parametrize("missing", ["from", "body"])
def test_who_writes_and_what_is_needed(anybody: Visitor, missing: str):
    message = {"from": PHONE, "body": "Hello"}
    del message[missing]

    answer = anybody.post(MESSAGES, message)

    assert error(answer) == INVALID
    assert list(details(answer)["fields"]) == [missing]


@pytest.mark.parametrize("phone", ["", "x", "+1", "US.", "+14155550123,+14155550124"])
def test_no_other_phone_is_read(anybody: Visitor, phone: str):
    answer = anybody.get(MESSAGES, query_string={"phone": phone})

    assert error(answer) in (INVALID, (400, "INVALID_PHONE"))


def test_a_sign_in_code_arrives_as_a_template_where_nobody_wrote(
    anybody: Visitor, read: Any, resort: Resort
):
    anybody.post("/auth/request-otp/", {"phone": PHONE})
    assert read()["busy"]

    resort.clockwork.relay.sweep()

    (code,) = read()["items"]
    assert (code["direction"], code["template"]) == ("out", "SIGN_IN_CODE")
    assert re.match(r"[0-9]{6} is your", code["body"])
    assert not read()["busy"]


def test_what_was_said_first_stays_first_though_the_clock_goes_back(
    say: Any, read: Any, clock: Any
):
    say("first")
    clock.advance(days=-3)
    say("second")

    assert [item["body"] for item in read()["items"]] == ["first", "second"]


def test_the_clock_is_moved_and_moved_back(anybody: Visitor, settings: Settings):
    kept = settings.simulator_clock_file
    assert kept is not None
    assert anybody.get(CLOCK).get_json() == {"now": "2026-10-15T17:00:00Z", "offset": "+0s"}
    assert not kept.exists()

    moved = anybody.post(CLOCK, {"offset": "+5400s"})

    assert moved.status_code == 200
    assert moved.get_json()["offset"] == anybody.get(CLOCK).get_json()["offset"] == "+90m"
    assert kept.read_text() == "+90m\n"
    assert anybody.post(CLOCK, {"offset": ""}).get_json()["offset"] == "+0s"
    assert [path.name for path in kept.parent.glob("*clock*")] == ["clock"]


@pytest.mark.parametrize(
    "offset", ["1h", "+1w", "+1.5h", "+36501d", "+99999999999s", "now", 3600, None, "+1h\n"]
)
def test_the_clock_goes_nowhere_else(anybody: Visitor, settings: Settings, offset: Any):
    assert error(anybody.post(CLOCK, {"offset": offset})) == INVALID

    assert settings.simulator_clock_file is not None
    assert not settings.simulator_clock_file.exists()


def test_a_clock_that_cannot_be_kept_is_not_moved(anybody: Visitor, settings: Settings):
    assert settings.simulator_clock_file is not None
    settings.simulator_clock_file.mkdir()

    assert error(anybody.post(CLOCK, {"offset": "+1h"})) == (503, "SERVICE_UNAVAILABLE")
