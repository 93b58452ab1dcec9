"""What was said to and by an address, and whether more is coming."""

from datetime import timedelta

import pytest
from uuid_utils.compat import uuid7

from resortbook.adapters.sql.tables.messages import inbound_messages
from resortbook.domain.events import EventKind
from resortbook.domain.login import SignInCode
from resortbook.domain.messages import Delivery, Direction, OutboundMessage
from tests.adapters.sql.conftest import CIPHER, an_event
from tests.builders import NOON

PHONE, OTHER = "+14155550123", "+14155550124"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def tell(storage):
    def tell_(body, *, at=NOON, to=PHONE, event=None):
        message = OutboundMessage(
            id=uuid7(),
            event_id=event.id if event else uuid7(),
            guest_id=None,
            channel="phone",
            address=to,
            kind="hello",
            body=body,
            created_at=at,
        )
        with storage.begin() as work:
            if event:
                work.outbox.add(event)
            work.messages.add_outbound(message)
            work.commit()
        return message

    return tell_


@pytest.fixture
def say(storage, world):
    guest = world.guest()

    def say_(body, *, at=NOON, state="worked"):
        row = {
            "id": uuid7(),
            "provider_sid": str(uuid7()),
            "guest_id": guest.id,
            "channel": "phone",
            "address": PHONE,
            "address_hash": CIPHER.index(PHONE),
            "body": body,
            "form": {},
            "received_at": at,
            "state": state,
        }
        with storage.engine.begin() as connection:
            connection.execute(inbound_messages.insert(), row)

    return say_


def test_both_directions_are_told_oldest_first(storage, say, tell):
    say("Hello", at=NOON)
    tell("Welcome", at=NOON + MINUTE)
    say("Book it", at=NOON + 2 * MINUTE)
    tell("Done", at=NOON + 3 * MINUTE)
    tell("Not yours", to=OTHER)

    lines = storage.reads.people.transcript(PHONE, limit=9)

    assert [(line.direction, line.body) for line in lines] == [
        (Direction.IN, "Hello"),
        (Direction.OUT, "Welcome"),
        (Direction.IN, "Book it"),
        (Direction.OUT, "Done"),
    ]
    latest = storage.reads.people.transcript(PHONE, limit=2)
    assert latest == lines[2:]


def test_an_address_is_busy_while_its_message_is_worked_on(storage, say):
    busy = storage.reads.people.is_busy
    assert not busy(PHONE, now=NOON)

    say("Hello", state="waiting")

    assert busy(PHONE, now=NOON)
    assert not busy(OTHER, now=NOON)


def test_an_address_is_busy_until_what_it_is_told_was_sent(storage, tell):
    event = an_event(due_at=NOON + MINUTE)
    message = tell("Welcome", event=event)
    busy = storage.reads.people.is_busy
    assert busy(PHONE, now=NOON)

    with storage.begin() as work:
        work.messages.mark(message.id, Delivery.SENT, at=NOON)
        work.commit()

    assert not busy(PHONE, now=NOON)


def test_an_address_is_busy_while_an_event_about_its_guest_is_due(storage, world):
    guest = world.guest(PHONE)
    event = an_event(guest_id=guest.id, due_at=NOON)
    with storage.begin() as work:
        work.outbox.add(event)
        work.commit()

    busy = storage.reads.people.is_busy
    assert busy(PHONE, now=NOON)
    assert not busy(PHONE, now=NOON - MINUTE)
    assert not busy(OTHER, now=NOON)


def test_an_address_is_busy_while_its_sign_in_code_waits(storage):
    code = SignInCode(
        id=uuid7(),
        phone=PHONE,
        code="123456",
        client_address="203.0.113.9",
        created_at=NOON,
        expires_at=NOON + 5 * MINUTE,
    )
    event = an_event(code.id, kind=EventKind.SIGN_IN_CODE_REQUESTED)
    token = uuid7()
    with storage.begin() as work:
        work.codes.add(code)
        work.outbox.add(event)
        work.commit()
    busy = storage.reads.people.is_busy
    assert busy(PHONE, now=NOON)

    with storage.begin() as work:
        work.outbox.claim_due(NOON, limit=1, lease=MINUTE, token=token)
        work.outbox.mark_done(event.id, token=token, at=NOON)
        work.commit()

    assert not busy(PHONE, now=NOON)
