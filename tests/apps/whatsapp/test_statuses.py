"""What became of our messages: told in any order, kept in one."""

import logging

import pytest
from sqlalchemy import select
from uuid_utils.compat import uuid7

from resortbook.adapters.sql.tables.messages import outbound_messages
from resortbook.domain.messages import Delivery, OutboundMessage
from tests.apps.whatsapp.conftest import HOOK, STATUS, error
from tests.builders import NOON
from tests.fake_twilio import ACCOUNT_SID, SENDER
from tests.fake_twilio.webhooks import status_form

SID = "SM0123456789abcdef0123456789abcdef"
UNKNOWN = "01928f2e-0000-7000-8000-000000000000"


def reported(status, error_code=None, sid=SID):
    return status_form(
        account_sid=ACCOUNT_SID,
        sid=sid,
        to="whatsapp:+14155550123",
        from_=SENDER,
        status=status,
        error_code=error_code,
    )


@pytest.fixture
def sent(container):
    """Two messages: one that Twilio took, and one that still waits and has no id there."""
    with container.storage().begin() as work:
        for sid in (SID, ""):
            message = OutboundMessage(
                id=uuid7(),
                event_id=uuid7(),
                guest_id=None,
                channel="phone",
                address="+14155550123",
                kind="hello",
                body="hello",
                created_at=NOON,
            )
            work.messages.add_outbound(message)
            if sid:
                work.messages.mark(message.id, Delivery.SENT, at=NOON, provider_sid=sid)
        work.commit()


@pytest.fixture
def delivery(container, sent):
    """Return how far a message has come, and why not further."""

    def rows(sid=SID):
        c = outbound_messages.c
        statement = select(c.delivery, c.error, c.updated_at).where(c.provider_sid == sid)
        with container.storage().engine.connect() as connection:
            return [tuple(row) for row in connection.execute(statement)]

    return rows


def waiting_message(container):
    waits = outbound_messages.c.provider_sid == ""
    with container.storage().engine.connect() as connection:
        return connection.scalar(select(outbound_messages.c.id).where(waits))


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        (["queued", "sending", "sent"], ("sent", "")),
        (["sent", "delivered", "read"], ("read", "")),
        (["read", "delivered", "sent", "queued"], ("read", "")),
        (["delivered", "delivered", "sent"], ("delivered", "")),
        (["failed", "sent"], ("failed", "twilio 63016")),
        (["undelivered"], ("failed", "twilio 63016")),
        (["delivered", "failed"], ("delivered", "")),
        (["partially_delivered", "received", "", "x" * 999], ("sent", "")),
    ],
)
def test_a_status_never_goes_backwards(twilio, delivery, told, stands):
    answers = []
    for status in told:
        code = 63016 if status in ("failed", "undelivered") else None
        answers.append(twilio.post(STATUS, reported(status, code)))

    assert {(answer.status_code, answer.text) for answer in answers} == {(200, "")}
    [(*now, _)] = delivery()
    assert tuple(now) == stands


def test_a_status_that_is_no_news_leaves_even_the_time_alone(twilio, delivery, clock):
    twilio.post(STATUS, reported("delivered"))
    clock.advance(minutes=5)
    twilio.post(STATUS, reported("sent"))

    [(*_, updated_at)] = delivery()
    assert updated_at == NOON


def test_a_status_that_comes_before_our_note_of_the_send_is_kept_by_our_own_id(
    twilio, container, sent, delivery
):
    message_id = waiting_message(container)
    with container.storage().begin() as work:
        work.messages.begin_attempt(message_id, at=NOON)
        work.commit()

    twilio.post(f"{STATUS}?message={message_id}", reported("delivered", sid="SM9"))

    assert delivery("SM9")[0][:2] == ("delivered", "")


@pytest.mark.parametrize(
    "query", ["message=", "message=x", "message=%00", "other=1", f"message={UNKNOWN}"]
)
def test_an_id_of_ours_that_is_none_is_no_error(twilio, delivery, query):
    known = twilio.post(f"{STATUS}?{query}", reported("delivered"))
    unknown = twilio.post(f"{STATUS}?{query}", reported("delivered", sid="SM9"))

    assert (known.status_code, unknown.status_code) == (200, 200)
    assert delivery()[0][0] == "delivered"


def test_the_id_of_ours_is_part_of_what_is_signed(twilio, container, delivery):
    form = reported("delivered", sid="SM9")
    path = f"{STATUS}?message={waiting_message(container)}"

    answer = twilio.call(path, data=form, headers=twilio.headers(STATUS, form))

    assert error(answer) == (403, "INVALID_SIGNATURE")


def test_a_status_of_an_unknown_message_is_thanked_for(twilio, delivery):
    answer = twilio.post(STATUS, reported("delivered", sid="SM9"))

    assert (answer.status_code, answer.text) == (200, "")
    assert delivery()[0][0] == "sent"


@pytest.mark.parametrize("sid", ["", "\0"])
def test_a_status_of_no_message_touches_none_that_waits(twilio, delivery, sid):
    answer = twilio.post(STATUS, reported("read", sid=sid))

    assert error(answer) == (400, "VALIDATION_ERROR")
    assert delivery("")[0][0] == "queued"


def test_a_status_is_no_message_of_a_guest(twilio, delivery, kept):
    twilio.post(STATUS, reported("delivered"))

    assert kept() == []


def test_an_error_is_kept_by_its_code_alone(twilio, delivery, caplog):
    form = reported("failed", 63024) | {"ErrorMessage": "+14155550123 is no recipient"}

    with caplog.at_level(logging.DEBUG):
        twilio.post(STATUS, form)

    assert delivery()[0][:2] == ("failed", "twilio 63024")
    assert f"message.failed sid={SID} error=twilio 63024" in caplog.text
    assert "4155550123" not in caplog.text


@pytest.mark.parametrize("code", ["", "+14155550123", "9" * 40, "é"])
def test_an_error_code_that_is_none_is_not_kept(twilio, delivery, code):
    twilio.post(STATUS, reported("failed") | {"ErrorCode": code})

    assert delivery()[0][:2] == ("failed", "twilio")


def test_a_status_is_signed_for_its_own_address(twilio, delivery):
    form = reported("delivered")

    answer = twilio.call(STATUS, data=form, headers=twilio.headers(HOOK, form))

    assert error(answer) == (403, "INVALID_SIGNATURE")
    assert delivery()[0][0] == "sent"
