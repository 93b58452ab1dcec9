"""Messages, events and leases held against each other by the check."""

from datetime import timedelta

import pytest
from dependency_injector import providers

from resortbook.domain.actor import Actor, Door
from resortbook.ports.messaging import MessengerDown
from resortbook.ports.outgoing import MessageStatus
from resortbook.ports.paging import Page
from tests.fakes import ScriptedMessenger

PHONE = "+14155550123"


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def write(container):
    def write_(statement, **values):
        with container.storage().engine.begin() as connection:
            connection.exec_driver_sql(statement)

    return write_


@pytest.fixture
def told(resort, given):
    """A hold that was told, and everything adds up."""
    held = given.hold(given.slot(), guest=given.guest(PHONE))
    resort.clockwork.deliver()
    assert resort.check() == []
    return held


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (
            "UPDATE outbound_messages SET delivery = 'queued'",
            "still waits, though its event is done",
        ),
        ("UPDATE outbound_messages SET provider_sid = ''", "sent, with neither"),
        (
            "UPDATE outbound_messages SET provider_sid = '', delivery = 'failed'",
            "failed, with neither",
        ),
    ],
)
def test_a_message_that_nobody_knows_the_end_of_is_told(told, resort, write, statement, found):
    write(statement)

    (one,) = resort.check()

    assert one.found == found


def test_two_messages_of_one_send_are_told(told, given, resort, write):
    given.hold(given.slot(given.activity("Kayaking")), guest=given.guest("+14155550124"))
    resort.clockwork.deliver()
    write("UPDATE outbound_messages SET provider_sid = 'SM1'")

    (one,) = resort.check()

    assert (one.subject, one.expected, one.found) == ("send SM1", "1", "2")


def test_a_lease_without_an_end_is_told(told, resort, write, clock):
    write("UPDATE outbox SET lease_until = '2099-01-01 00:00:00+00:00'")

    assert {one.what for one in resort.check()} == {"the lease of an event"}


def test_a_message_that_is_not_true_any_more_is_dropped_with_a_reason(
    resort, given, messenger, clock, container
):
    messenger.failures = [MessengerDown("twilio 500")]
    guest = given.guest(PHONE)
    held = given.hold(given.slot(), guest=guest)
    resort.clockwork.deliver()
    resort.bookings.cancel_booking(
        held.booking.id, by=Actor.guest(guest.id, door=Door.WHATSAPP)
    )

    clock.at += timedelta(minutes=5)
    resort.clockwork.deliver()

    with container.storage().engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT delivery, error FROM outbound_messages")
        assert [tuple(row) for row in kept] == [("queued", "not true any more")]
    (shown,) = resort.messages.list_messages((MessageStatus.DROPPED,), Page()).items
    assert shown.reason == "not true any more"
    assert messenger.accepted == []
    assert resort.check() == []
