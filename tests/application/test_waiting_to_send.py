"""When nothing can be sent for a while: who waits, for how long, and in what order."""

from datetime import timedelta

import pytest
from dependency_injector import providers
from sqlalchemy import text

from resortbook.application.pace import Pace
from resortbook.application.reception import Heard
from resortbook.domain.guest import Channel
from resortbook.ports.messaging import MessengerDown, TemplateMissing, Throttled
from tests.fakes import ScriptedMessenger

LEFT_ALONE = MessengerDown("twilio is left alone", retry_after_seconds=30, uses_a_try=False)
BUSY = MessengerDown("twilio 429", uses_a_try=False)


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def at_a_pace(container, clock):
    """Let the sender send so many messages a second; to be called before anything else."""

    def keep(per_second):
        pace = Pace(clock=clock, sender="whatsapp:+14155550100", per_second=per_second)
        container.pace.override(providers.Object(pace))

    return keep


@pytest.fixture
def write(container):
    """Let so many guests write, one after the other."""

    def write_(guests, *, start=0):
        resort = container.resort()
        for number in range(start, start + guests):
            phone = f"+141555501{number:02}"
            heard = Heard(
                provider_sid=f"SM{number}", channel=Channel.PHONE, address=phone, body="hi"
            )
            resort.reception.receive(heard)
        resort.reception.work()

    return write_


def addresses(messenger):
    return [message.address[-2:] for message in messenger.accepted]


def outbox(container):
    with container.storage().engine.connect() as connection:
        rows = connection.execute(text("SELECT state, attempts, last_error FROM outbox"))
        return [tuple(row) for row in rows]


def test_while_the_provider_is_left_alone_nothing_is_tried_and_nothing_is_used_up(
    messenger, container, write, clock
):
    messenger.failures = [LEFT_ALONE]
    write(3)

    first = container.relay().sweep()
    clock.advance(seconds=29)
    early = container.relay().sweep()

    assert (first, early, messenger.accepted) == (0, 0, [])
    assert outbox(container) == [("pending", 0, "twilio is left alone")] * 3
    clock.advance(seconds=1)
    assert container.relay().sweep() == 3


def test_those_who_waited_keep_their_places(messenger, container, write, clock):
    messenger.failures = [LEFT_ALONE]
    write(3)
    container.relay().sweep()
    clock.advance(seconds=20)
    write(2, start=3)

    clock.advance(seconds=10)
    container.relay().sweep()

    assert addresses(messenger) == ["00", "01", "02", "03", "04"]


def test_a_provider_that_asks_to_wait_and_not_how_long_is_asked_again_after_two_seconds(
    messenger, container, write, clock
):
    messenger.failures = [BUSY] * 12
    write(1)

    for _ in range(13):
        container.relay().sweep()
        clock.advance(seconds=2)

    assert len(messenger.accepted) == 1
    assert outbox(container) == [("done", 0, "twilio 429")]


def test_a_missing_template_keeps_nobody_else_waiting(messenger, container, write):
    messenger.failures = [TemplateMissing("REMINDER_1H")]
    write(3)

    assert container.relay().sweep() == 2
    assert addresses(messenger) == ["01", "02"]


@pytest.mark.parametrize(("asked", "pause"), [(None, 60), (5, 5)])
def test_one_that_the_provider_does_not_take_for_a_while_keeps_nobody_else_waiting(
    messenger, container, write, clock, asked, pause
):
    messenger.failures = [Throttled("twilio 400 63018", retry_after_seconds=asked)]
    write(3)

    closed = container.relay().sweep()
    clock.advance(seconds=pause - 1)
    early = container.relay().sweep()
    clock.advance(seconds=1)

    assert (closed, early, container.relay().sweep()) == (2, 0, 1)
    assert addresses(messenger) == ["01", "02", "00"]
    assert {row[:2] for row in outbox(container)} == {("done", 0)}


def test_no_second_has_more_messages_than_the_rate(
    at_a_pace, messenger, container, write, clock
):
    at_a_pace(5)
    sent_at = []
    messenger.before_each = lambda: sent_at.append(clock.now())
    write(20)

    for _ in range(50):
        container.relay().sweep()
        clock.advance(seconds=0.1)

    starts = [sent_at[number + 5] - sent_at[number] for number in range(15)]
    assert all(gap.total_seconds() >= 1 for gap in starts)
    assert (sent_at[-1] - sent_at[0]).total_seconds() == pytest.approx(3)
    assert addresses(messenger) == [f"{number:02}" for number in range(20)]
    assert {row[:2] for row in outbox(container)} == {("done", 0)}


def test_what_waits_for_its_turn_is_not_claimed_over_and_over(
    at_a_pace, messenger, container, write, clock
):
    at_a_pace(1)
    write(30)
    container.relay().sweep()

    with container.storage().begin() as work:
        claimable = work.outbox.claim_due(
            clock.now(), limit=50, lease=timedelta(seconds=1), token=container.ids().new()
        )

    assert claimable == []


def test_what_is_told_to_nobody_takes_no_turn(
    at_a_pace, messenger, container, given, resort, write
):
    at_a_pace(1)
    given.hold(given.slot())  # by a guest without any address
    write(1)

    container.relay().sweep()

    assert len(messenger.accepted) == 1


def test_two_resorts_on_one_database_share_the_rate(
    database_url, open_container, at_a_pace, messenger, container, write, clock
):
    at_a_pace(3)
    other = open_container(database_url)
    other.messenger.override(providers.Object(messenger))
    other.pace.override(container.pace)
    write(10)

    container.relay().sweep()
    other.relay().sweep()

    assert len(messenger.accepted) == 3
    clock.advance(seconds=1)
    other.relay().sweep()
    assert len(messenger.accepted) == 6
