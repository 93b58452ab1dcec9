"""The fake Twilio takes and refuses messages as the real one does, seen by the real client."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import requests

from tests.fake_http.program import program, steer
from tests.fake_twilio.real_client import ANA, client_at, code_of_refusal, send

pytest_plugins = ["tests.fake_twilio.fixtures"]

STATUS = "https://resort.example/webhooks/whatsapp/status"
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


def test_free_text_in_an_open_window_is_taken_and_found_again(fake_twilio, twilio_client):
    fake_twilio.inbound("+14155550123")

    sent = send(twilio_client, body="Your jet ski is held", status_callback=STATUS)

    assert twilio_client.messages(sent.sid).fetch().body == "Your jet ski is held"
    [message] = fake_twilio.sent_to("+14155550123")
    assert (message.sid, message.status, message.status_callback) == (
        sent.sid,
        "queued",
        STATUS,
    )
    assert not fake_twilio.refusals
    assert [(call.method, call.status, call.sid) for call in fake_twilio.calls] == [
        ("POST", 201, sent.sid),
        ("GET", 200, None),
    ]


def test_a_list_is_filtered_by_recipient_and_time_and_paged(fake_twilio, twilio_client):
    clock = SimpleNamespace(now=NOON)
    fake_twilio.clock = lambda: clock.now
    sids = []
    for _ in range(5):
        fake_twilio.inbound(ANA)
        sids.append(send(twilio_client, body="hello").sid)
        clock.now += timedelta(minutes=1)
    send(twilio_client, to="whatsapp:US.ABC123XYZ", body="somebody else")

    found = twilio_client.messages.list(
        to=ANA, date_sent_after=NOON + timedelta(minutes=1), page_size=2
    )

    assert [message.sid for message in found] == sids[:0:-1]
    assert found[0].date_sent == NOON + timedelta(minutes=4)
    assert len([call for call in fake_twilio.calls if call.method == "GET"]) == 2


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"body": "x" * 1601}, 21617),
        ({"body": ""}, 21619),
        ({}, 21619),
        ({"body": "hi", "to": "whatsapp:4155550123"}, 21211),
        ({"body": "hi", "to": "+14155550123"}, 21910),
        ({"body": "hi", "from_": "whatsapp:+14155550199"}, 63007),
        ({"content_sid": "HX" + "0" * 32}, 21655),
        ({"body": "hi", "content_variables": "{}"}, 21654),
        ({"body": "hi", "status_callback": "/status"}, 21609),
        ({"body": "hi", "smart_encoded": True}, 20001),
    ],
)
def test_what_the_real_one_refuses_at_once_is_refused(fake_twilio, twilio_client, fields, code):
    fake_twilio.inbound(ANA)

    assert code_of_refusal(twilio_client, **fields) == code
    assert [refusal.code for refusal in fake_twilio.refusals] == [code]
    assert not fake_twilio.messages


def test_a_wrong_token_is_told_in_twilios_words(fake_twilio):
    url = f"{fake_twilio.url}/2010-04-01/Accounts/{fake_twilio.account_sid}/Messages.json"
    answer = requests.get(url, auth=(fake_twilio.account_sid, "wrong"), timeout=2)

    assert answer.status_code == 401
    assert answer.json() == {
        "code": 20003,
        "message": "Authenticate",
        "more_info": "https://www.twilio.com/docs/errors/20003",
        "status": 401,
    }


def test_only_an_approved_template_opens_a_conversation(fake_twilio, twilio_client):
    words = "Your trip is on {{1}} at {{2}}. See you!"
    approved, waiting = (
        fake_twilio.add_content(words),
        fake_twilio.add_content(words, approval="pending"),
    )
    rows = [{"item": "10:00", "id": "a"}]
    picker = fake_twilio.add_content(
        {"twilio/list-picker": {"body": "When?", "button": "Times", "items": rows}}
    )
    variables = json.dumps({"1": "Friday", "2": "10:00"})

    send(twilio_client, content_sid=approved, content_variables=variables)
    send(twilio_client, content_sid=waiting, content_variables=variables)
    send(twilio_client, content_sid=picker)

    assert [message.status for message in fake_twilio.messages] == [
        "queued",
        "failed",
        "failed",
    ]
    assert fake_twilio.messages[0].rendered == "Your trip is on Friday at 10:00. See you!"
    assert [refusal.code for refusal in fake_twilio.refusals] == [63016, 63016]
    fake_twilio.inbound(ANA)
    send(twilio_client, content_sid=picker)
    assert fake_twilio.messages[-1].content["items"] == rows


@pytest.mark.parametrize(
    "variables",
    [
        "{'1': 'x'}",
        '["x", "y"]',
        '{"1": "Friday"}',
        '{"1": "Friday", "2": ""}',
        '{"1": "Friday", "2": null}',
        '{"1": "Friday", "2": 10}',
        '{"1": "Fri\\nday", "2": "10:00"}',
        '{"1": "Fri\\tday", "2": "10:00"}',
        '{"1": "Fri     day", "2": "10:00"}',
        '{"1": "Friday", "2": "10:00", "3": "?"}',
        None,
    ],
)
def test_variables_must_be_exactly_those_of_the_template(fake_twilio, twilio_client, variables):
    sid = fake_twilio.add_content("Your trip is on {{1}} at {{2}}. See you!")

    fields = {"content_variables": variables} if variables else {}

    assert code_of_refusal(twilio_client, content_sid=sid, **fields) == 21656


def test_a_template_too_long_once_filled_in_fails(fake_twilio, twilio_client):
    sid = fake_twilio.add_content("It is {{1}} now")

    send(twilio_client, content_sid=sid, content_variables=json.dumps({"1": "x" * 1020}))

    assert fake_twilio.messages[0].error_code == fake_twilio.refusals[0].code == 63021


def test_nothing_goes_to_who_opted_out(fake_twilio, twilio_client):
    fake_twilio.inbound(ANA)
    fake_twilio.opt_out(ANA)

    assert code_of_refusal(twilio_client, body="hi") == 21610

    fake_twilio.opt_in(ANA)
    assert send(twilio_client, body="hi").sid


def test_two_thousand_sends_at_once_are_all_kept(fake_twilio, twilio_client):
    fake_twilio.inbound(ANA)

    with ThreadPoolExecutor(8) as pool:
        sids = set(pool.map(lambda _: send(twilio_client, body="hi").sid, range(2000)))

    assert len(sids) == len(fake_twilio.messages) == 2000


def test_it_runs_as_a_program_that_other_processes_steer():
    with program("tests.fake_twilio") as settings:
        url, account_sid, auth_token, _ = settings.values()
        steer(url, "inbound", {"from": ANA})
        steer(url, "script", [{"fault": "busy", "retry_after": 3}, None])

        with client_at(url, account_sid, auth_token) as client:
            assert code_of_refusal(client, body="hi") == 20429
            sent = send(client, body="hi")

        assert [message["sid"] for message in steer(url, "messages")] == [sent.sid]
        assert steer(url, "reset", {}) is None
        assert steer(url, "messages") == steer(url, "refusals") == []
