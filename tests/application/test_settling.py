"""Sends whose end nobody knows: told by the provider's report, or else asked for, and never
sent again meanwhile.
"""

import pytest
from dependency_injector import providers
from sqlalchemy import select, text

from resortbook.adapters.sql.tables.messages import outbound_messages
from resortbook.application.reception import Heard
from resortbook.domain.guest import Channel
from resortbook.domain.messages import Delivery
from resortbook.ports.messaging import MessengerDown, OutcomeUnknown
from tests.fakes import ScriptedMessenger

PHONE = "+14155550123"


class CutMessenger(ScriptedMessenger):
    """Takes a message, and is cut off before it has answered; counts who looks it up."""

    look_ups = 0

    def send(self, message):
        sid = super().send(message)
        if len(self.accepted) == 1:
            raise OutcomeUnknown("ConnectionReset")
        return sid

    def find(self, message):
        self.look_ups += 1
        return super().find(message)


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = CutMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def sweep(resort, clock):
    def sweep_(minutes=0):
        clock.advance(minutes=minutes)
        return resort.clockwork.relay.sweep()

    return sweep_


@pytest.fixture
def written(resort):
    """A guest has written, and the reply waits to be sent."""
    heard = Heard(provider_sid="SM1", channel=Channel.PHONE, address=PHONE, body="hi")
    resort.reception.receive(heard)
    resort.reception.work()


def message_id(container):
    with container.storage().engine.connect() as connection:
        return connection.scalar(select(outbound_messages.c.id))


def kept(container):
    asked = "SELECT m.delivery, m.provider_sid, o.state FROM outbound_messages m, outbox o"
    with container.storage().engine.connect() as connection:
        [row] = connection.execute(text(asked))
    return tuple(row)


def test_a_report_by_our_own_id_settles_it_without_any_look_up(
    written, sweep, messenger, resort, container
):
    sweep()
    [message] = messenger.accepted

    is_news = resort.deliveries.note("SM9", Delivery.DELIVERED, message_id=message.id)
    sweep(minutes=1)

    assert is_news
    assert len(messenger.accepted) == 1
    assert messenger.look_ups == 0
    assert kept(container) == ("delivered", "SM9", "done")


def test_without_a_report_it_is_looked_up(written, sweep, messenger, container):
    sweep()
    sweep(minutes=1)

    assert len(messenger.accepted) == 1
    assert messenger.look_ups == 1
    assert kept(container)[::2] == ("sent", "done")


def test_a_report_that_comes_during_the_send_is_not_lost(
    written, sweep, messenger, resort, container
):
    messenger.accepted.append("an older one")  # so that this one is not cut off

    def report():
        resort.deliveries.note("SM9", Delivery.READ, message_id=message_id(container))

    messenger.before_each = report
    sweep()

    assert kept(container) == ("read", "SM9", "done")


def test_reports_by_our_own_id_never_go_backwards_either(
    written, sweep, messenger, resort, container
):
    sweep()
    [message] = messenger.accepted
    told = [Delivery.READ, Delivery.DELIVERED, Delivery.SENT, Delivery.FAILED]

    news = [resort.deliveries.note("SM9", one, message_id=message.id) for one in told]

    assert news == [True, False, False, False]
    assert kept(container)[:2] == ("read", "SM9")


def test_a_report_of_another_message_under_our_id_changes_nothing_that_is_settled(
    written, sweep, messenger, resort, container
):
    sweep()
    [message] = messenger.accepted
    resort.deliveries.note("SM9", Delivery.SENT, message_id=message.id)

    is_news = resort.deliveries.note("SM8", Delivery.READ, message_id=message.id)

    assert not is_news
    assert kept(container)[:2] == ("sent", "SM9")


def test_what_nobody_has_begun_to_send_is_settled_by_no_report(written, resort, container):
    is_news = resort.deliveries.note("SM9", Delivery.SENT, message_id=message_id(container))

    assert not is_news
    assert kept(container) == ("queued", "", "pending")


def test_a_process_that_died_between_its_two_notes_sends_nothing_twice(
    written, sweep, messenger, container
):
    messenger.accepted.append("an older one")
    sweep()
    with container.storage().engine.begin() as connection:
        connection.execute(text("UPDATE outbox SET state = 'pending', lease_until = NULL"))

    sweep(minutes=1)

    assert len(messenger.accepted) == 2
    assert messenger.look_ups == 0
    assert kept(container)[::2] == ("sent", "done")


def test_a_message_whose_tries_are_used_up_is_failed_itself(
    written, sweep, messenger, container
):
    messenger.failures = [MessengerDown("twilio 500")] * 9

    for _ in range(8):
        sweep(minutes=2)

    assert kept(container) == ("failed", "", "failed")


def test_a_report_that_comes_after_we_gave_up_still_counts(
    written, sweep, messenger, resort, container
):
    sweep()
    [message] = messenger.accepted
    messenger.find = lambda message: (_ for _ in ()).throw(MessengerDown("twilio 500"))
    for _ in range(8):
        sweep(minutes=2)
    given_up = kept(container)

    resort.deliveries.note("SM9", Delivery.DELIVERED, message_id=message.id)

    assert given_up == ("failed", "", "failed")
    assert kept(container)[:2] == ("delivered", "SM9")
