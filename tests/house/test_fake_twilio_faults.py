"""The fake Twilio fails on command, and what it took is known to it."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
import requests
from twilio.base.exceptions import TwilioRestException

from tests.fake_twilio import broken, busy, cut, drip, garbled, hang, is_lookup
from tests.fake_twilio.real_client import ANA, code_of_refusal, send

pytest_plugins = ["tests.fake_twilio.fixtures"]


def test_a_script_is_used_up_send_by_send(fake_twilio, twilio_client):
    fake_twilio.inbound(ANA)
    fake_twilio.script([busy(7), broken(503), broken(400, 63018), None])

    assert code_of_refusal(twilio_client, body="one") == 20429
    assert twilio_client.http_client.last_headers["Retry-After"] == "7"
    assert code_of_refusal(twilio_client, body="one") == 20500
    assert code_of_refusal(twilio_client, body="one") == 63018
    send(twilio_client, body="one")

    assert len(fake_twilio.messages) == 1
    assert not fake_twilio.refusals
    assert [call.fault for call in fake_twilio.calls] == ["429", "503", "400 63018", None]


@pytest.mark.parametrize(
    ("fault", "recorded"),
    [
        (cut(), 0),
        (cut(recorded=True), 1),
        (hang(9), 0),
        (hang(9, recorded=True), 1),
        (drip(9), 1),
        (garbled(), 1),
        (garbled(recorded=False), 0),
    ],
    ids=lambda told: getattr(told, "told", None),
)
def test_an_outcome_that_the_client_cannot_know(fake_twilio, twilio_client, fault, recorded):
    twilio_client.http_client.library.timeout = 0.2
    fake_twilio.inbound(ANA)
    fake_twilio.script([fault])

    with pytest.raises((requests.RequestException, ValueError)):
        send(twilio_client, body="once")

    twilio_client.http_client.library.timeout = 2
    assert len(twilio_client.messages.list(to=ANA)) == len(fake_twilio.messages) == recorded


def test_a_rule_holds_where_and_as_often_as_it_says(fake_twilio, twilio_client):
    fake_twilio.inbound(ANA)
    fake_twilio.always(busy(None), when=lambda request: request.form.get("Body") == "unlucky")
    fake_twilio.always(broken(), when=is_lookup, times=1)

    assert code_of_refusal(twilio_client, body="unlucky") == 20429
    sent = send(twilio_client, body="lucky")
    with pytest.raises(TwilioRestException):
        twilio_client.messages(sent.sid).fetch()
    assert twilio_client.messages(sent.sid).fetch().sid == sent.sid
    fake_twilio.always(None)
    assert send(twilio_client, body="unlucky").sid


def test_a_slow_answer_within_patience_is_an_answer(fake_twilio, twilio_client):
    fake_twilio.inbound(ANA)
    fake_twilio.script([hang(0.1, recorded=True), drip(0.1)])

    assert send(twilio_client, body="a").sid
    assert send(twilio_client, body="b").sid


def test_it_can_be_away_and_come_back_with_what_it_had(fake_twilio, twilio_client):
    fake_twilio.inbound(ANA)
    send(twilio_client, body="before")

    with fake_twilio.away(), pytest.raises(requests.ConnectionError):
        send(twilio_client, body="meanwhile")
    send(twilio_client, body="after")

    assert [message.body for message in fake_twilio.messages] == ["before", "after"]


def test_it_ends_at_once_whatever_hangs(fake_twilio, twilio_client):
    def attempt():
        with suppress(requests.RequestException):
            send(twilio_client, body="x")

    fake_twilio.always(hang(30))
    with ThreadPoolExecutor(1) as pool:
        pool.submit(attempt)
        while not fake_twilio.calls:
            time.sleep(0.01)

        started = time.monotonic()
        fake_twilio.stop()

    assert time.monotonic() - started < 1
    with pytest.raises(requests.ConnectionError):
        send(twilio_client, body="x")
