from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from dependency_injector import providers
from sqlalchemy import text

from resortbook.ports.messaging import MessageRefused, MessengerDown
from tests.fakes import ScriptedMessenger

PHONE = "+14155550123"


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


def outbox(container):
    with container.storage().engine.connect() as connection:
        return [
            tuple(row)
            for row in connection.execute(
                text("SELECT state, attempts FROM outbox WHERE kind = 'SignInCodeRequested'")
            )
        ]


def test_a_message_is_sent_once_however_often_the_relay_sweeps(messenger, resort):
    resort.login.request_code(PHONE, client_address="10.0.0.1")

    swept = [resort.clockwork.relay.sweep() for _ in range(3)]

    assert swept == [1, 0, 0]
    assert [message.address for message in messenger.accepted] == [PHONE]


def test_each_wait_is_twice_the_one_before(messenger, resort, container, clock):
    messenger.failures = [MessengerDown("twilio 500")] * 3
    resort.login.request_code(PHONE, client_address="10.0.0.1")
    began = clock.now()

    while not resort.clockwork.relay.sweep():
        clock.advance(seconds=0.5)

    assert 2 + 4 + 8 <= (clock.now() - began).total_seconds() <= 1.5 * (2 + 4 + 8) + 2
    assert outbox(container) == [("done", 3)]


def test_waiting_is_as_long_as_the_provider_asks(messenger, resort, clock):
    messenger.failures = [MessengerDown("twilio 429", retry_after_seconds=60)]
    resort.login.request_code(PHONE, client_address="10.0.0.1")

    resort.clockwork.relay.sweep()
    clock.advance(seconds=59)
    early = resort.clockwork.relay.sweep()
    clock.advance(seconds=1)

    assert (early, resort.clockwork.relay.sweep()) == (0, 1)


def test_after_five_retries_it_stays_visible_as_failed(messenger, resort, container, clock):
    messenger.failures = [MessengerDown("twilio 500")] * 50
    resort.login.request_code(PHONE, client_address="10.0.0.1")

    for _ in range(20):
        resort.clockwork.relay.sweep()
        clock.advance(seconds=10)

    assert outbox(container) == [("failed", 6)]
    assert len(messenger.failures) == 44


def test_a_refused_message_is_not_tried_again(messenger, resort, container, clock):
    messenger.failures = [MessageRefused("twilio 21211")]
    resort.login.request_code(PHONE, client_address="10.0.0.1")

    resort.clockwork.relay.sweep()
    clock.advance(hours=1)
    resort.clockwork.relay.sweep()

    assert messenger.accepted == []
    assert outbox(container) == [("failed", 1)]


def test_a_code_that_has_expired_is_not_sent_any_more(messenger, resort, container, clock):
    resort.login.request_code(PHONE, client_address="10.0.0.1")

    clock.advance(minutes=5)
    resort.clockwork.relay.sweep()

    assert messenger.accepted == []
    assert outbox(container) == [("done", 0)]


def test_a_row_of_a_process_that_died_is_taken_when_its_lease_ends(
    messenger, resort, container, clock
):
    resort.login.request_code(PHONE, client_address="10.0.0.1")
    with container.storage().begin() as work:
        work.outbox.claim_due(
            clock.now(), limit=10, lease=timedelta(seconds=60), token=resort.ids.new()
        )
        work.commit()

    early = resort.clockwork.relay.sweep()
    clock.advance(seconds=60)

    assert (early, resort.clockwork.relay.sweep()) == (0, 1)


@dataclass
class WatchedStorage:
    """Storage that counts the units of work that are open."""

    storage: Any
    open_units: int = 0

    @property
    def reads(self) -> Any:
        return self.storage.reads

    def begin(self) -> Any:
        return self._unit()

    @contextmanager
    def _unit(self) -> Iterator[Any]:
        with self.storage.begin() as work:
            self.open_units += 1
            try:
                yield work
            finally:
                self.open_units -= 1


def test_nothing_is_sent_inside_of_a_transaction(container, messenger):
    watched = WatchedStorage(container.storage())
    container.storage.override(providers.Object(watched))
    open_at_send = []
    messenger.before_each = lambda: open_at_send.append(watched.open_units)

    relay = container.relay()
    container.storage.reset_override()
    container.login().request_code(PHONE, client_address="10.0.0.1")
    relay.sweep()

    assert open_at_send == [0]
    assert len(messenger.accepted) == 1
