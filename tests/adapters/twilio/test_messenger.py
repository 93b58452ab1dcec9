from urllib.parse import parse_qs

import pytest
from uuid_utils.compat import uuid7
from werkzeug import Response

from resortbook.adapters.twilio.messenger import TwilioMessenger
from resortbook.domain.messages import OutboundMessage
from resortbook.ports.messaging import MessageRefused, MessengerDown
from tests.builders import NOON


def a_message():
    return OutboundMessage(
        id=uuid7(),
        event_id=uuid7(),
        guest_id=None,
        channel="phone",
        address="+14155550123",
        kind="sign_in_code",
        body="123456 is your code",
        created_at=NOON,
    )


@pytest.fixture
def messenger(httpserver):
    return TwilioMessenger(
        account_sid="AC" + "0" * 32,
        auth_token="token",
        sender="whatsapp:+14155550100",
        base_url=httpserver.url_for(""),
    )


def answer(httpserver, status, body):
    httpserver.expect_request(
        f"/2010-04-01/Accounts/AC{'0' * 32}/Messages.json", method="POST"
    ).respond_with_json(body, status=status)


def test_a_message_is_handed_over_as_twilio_expects_it(httpserver, messenger):
    answer(httpserver, 201, {"sid": "SM1", "status": "queued"})

    sid = messenger.send(a_message())

    (request, _), *_ = httpserver.log
    form = {key: value[0] for key, value in parse_qs(request.get_data(as_text=True)).items()}
    assert sid == "SM1"
    assert form == {
        "To": "whatsapp:+14155550123",
        "From": "whatsapp:+14155550100",
        "Body": "123456 is your code",
    }


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_twilio_that_is_busy_or_broken_is_tried_again_later(httpserver, messenger, status):
    answer(httpserver, status, {"code": 20429, "message": "busy", "status": status})

    with pytest.raises(MessengerDown):
        messenger.send(a_message())


def test_a_number_that_twilio_refuses_is_refused(httpserver, messenger):
    answer(httpserver, 400, {"code": 21211, "message": "bad number", "status": 400})

    with pytest.raises(MessageRefused, match="21211"):
        messenger.send(a_message())


def test_a_twilio_that_cannot_be_reached_is_tried_again_later():
    messenger = TwilioMessenger(
        account_sid="AC1", auth_token="t", sender="whatsapp:+1", base_url="http://127.0.0.1:1"
    )

    with pytest.raises(MessengerDown):
        messenger.send(a_message())


def test_a_reason_names_no_number(httpserver, messenger):
    httpserver.expect_request(
        f"/2010-04-01/Accounts/AC{'0' * 32}/Messages.json"
    ).respond_with_response(
        Response('{"code": 21211, "message": "+14155550123 is bad", "status": 400}', 400)
    )

    with pytest.raises(MessageRefused) as refused:
        messenger.send(a_message())

    assert "4155550123" not in refused.value.reason
