"""Messages on the real path: Twilio's real client, the relay, a provider that misbehaves."""

import pytest
from dependency_injector import providers

from resortbook.application.reception import Heard
from resortbook.domain.guest import Channel
from tests.fake_twilio import broken, busy, cut, hang

PHONE = "+14155550123"


@pytest.fixture
def desk(fake_twilio, messenger_at, container, clock):
    """Let a guest write so often, sweep for some minutes of clock time, and say what was
    accepted.
    """
    container.messenger.override(providers.Object(messenger_at(fake_twilio)))
    resort = container.resort()

    def serve(messages, *, minutes=5):
        for number in range(messages):
            fake_twilio.inbound(PHONE)
            heard = Heard(
                provider_sid=f"SM{number}", channel=Channel.PHONE, address=PHONE, body="hi"
            )
            resort.reception.receive(heard)
            resort.reception.work()
        for _ in range(minutes * 60):
            resort.clockwork.relay.sweep()
            clock.advance(seconds=1)
        return len(fake_twilio.messages)

    return serve


@pytest.mark.parametrize(
    "faults",
    [
        [],
        [busy(3)] * 8,
        [broken(500)] * 5,
        [cut()] * 3,
        [cut(recorded=True)],
        [broken(503), cut(recorded=True), None],
        [hang(0.8), hang(0.8, recorded=True)],
        [cut(recorded=True)] * 3,
    ],
)
def test_whatever_goes_wrong_each_message_is_accepted_exactly_once(desk, fake_twilio, faults):
    fake_twilio.script(faults)

    accepted = desk(3)

    assert accepted == 3
    assert not fake_twilio.refusals


def test_a_provider_that_stays_broken_is_given_up_after_six_tries(desk, fake_twilio, container):
    fake_twilio.always(broken(500))

    accepted = desk(1, minutes=10)

    with container.storage().engine.connect() as connection:
        state = connection.exec_driver_sql("SELECT state, attempts FROM outbox").one()
    assert accepted == 0
    assert tuple(state) == ("failed", 6)


def test_a_provider_that_was_away_gets_everything_once_when_it_is_back(desk, fake_twilio):
    with fake_twilio.away():
        early = desk(3, minutes=1)

    late = desk(0)

    assert (early, late) == (0, 3)
