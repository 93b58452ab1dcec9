"""What the fake Twilio posts: signed as by the real one, and only on this machine."""

from datetime import UTC, datetime, timedelta

import pytest
from twilio.request_validator import RequestValidator

from tests.fake_http.server import Loopback, Reply
from tests.fake_twilio import ALL_WELL
from tests.fake_twilio.real_client import ANA, send

pytest_plugins = ["tests.fake_twilio.fixtures"]

HOOK = "https://resort.example/webhooks/whatsapp"
STATUS = f"{HOOK}/status"
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def app(fake_twilio):
    """An application that keeps the forms posted to it."""
    got = []

    def answer(request):
        got.append((request.path, request.form, request.headers))
        return Reply(body=b"<Response/>")

    server = Loopback(answer)
    server.start()
    fake_twilio.routes["https://resort.example"] = server.url
    yield got
    server.stop()


def test_the_window_closes_after_24_hours_to_the_second(fake_twilio, twilio_client, app):
    fake_twilio.clock = lambda: NOON
    fake_twilio.inbound(ANA, NOON - timedelta(hours=24) + timedelta(seconds=1))
    send(twilio_client, body="just in time")
    fake_twilio.inbound(ANA, NOON - timedelta(hours=24))

    late = send(twilio_client, body="too late", status_callback=STATUS)
    fake_twilio.settle()

    assert late.status == "queued"
    assert twilio_client.messages(late.sid).fetch().error_code == 63016
    assert [(refusal.code, refusal.sent["Body"]) for refusal in fake_twilio.refusals] == [
        (63016, "too late")
    ]
    [(path, form, _)] = app
    assert path == "/webhooks/whatsapp/status"
    assert (form["MessageStatus"], form["ErrorCode"]) == ("failed", "63016")


def test_statuses_arrive_in_order_signed_by_the_token(fake_twilio, twilio_client, app):
    fake_twilio.automatic = ALL_WELL
    fake_twilio.inbound(ANA)

    sent = send(twilio_client, body="hi", status_callback=STATUS)
    fake_twilio.settle()
    fake_twilio.send_status(sent.sid, "undelivered", 63024)

    assert [form["MessageStatus"] for _, form, _ in app] == [*ALL_WELL, "undelivered"]
    assert app[-1][1]["ErrorCode"] == "63024"
    validator = RequestValidator(fake_twilio.auth_token)
    for _, form, headers in app:
        assert form["MessageSid"] == sent.sid
        assert validator.validate(STATUS, form, headers["X-Twilio-Signature"])


def test_every_kind_of_inbound_message_is_signed_over_all_its_fields(fake_twilio, app):
    ana, bo = fake_twilio.phone("+14155550123"), fake_twilio.phone("US.ABC123XYZ", name="Bo")
    forms = [
        ana.text(""),
        ana.text("x" * 4000, ANewField="as yet unknown"),
        ana.text("that one", reply_to="SM1"),
        ana.media("https://media.example/1", "image/jpeg", body="look"),
        ana.location(20.5, -86.9, label="Pier", place="Beach 1"),
        ana.button("confirm:1", "Yes", reply_to="SM1"),
        ana.row("slot:1", "10:00"),
        bo.text("hola"),
    ]

    answers = [fake_twilio.webhook(HOOK, form) for form in forms]

    assert {answer.status for answer in answers} == {200}
    assert [form["MessageType"] for _, form, _ in app] == [
        *["text"] * 3, "image", "location", "button", "interactive", "text"
    ]  # fmt: skip
    assert (app[4][1]["Latitude"], app[5][1]["ButtonPayload"]) == ("20.5", "confirm:1")
    assert "WaId" not in app[7][1]
    assert fake_twilio.window_is_open("US.ABC123XYZ")
    validator = RequestValidator(fake_twilio.auth_token)
    for _, form, headers in app:
        assert validator.validate(HOOK, form, headers["X-Twilio-Signature"])
        assert not validator.validate(HOOK, form | {"x": "y"}, headers["X-Twilio-Signature"])


def test_no_post_ever_leaves_the_machine(fake_twilio):
    with pytest.raises(OSError, match="no route"):
        fake_twilio.webhook(
            "https://example.com/hook", fake_twilio.phone("+14155550123").text("hi")
        )

    assert fake_twilio.posted[0].error
