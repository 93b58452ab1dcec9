"""The breaker round a messenger: what opens it, what does not, and how it closes again."""

import threading
import time

import pytest
from uuid_utils.compat import uuid7

from resortbook.adapters.guard.breaker import BreakerState, GuardedMessenger
from resortbook.domain.messages import OutboundMessage
from resortbook.ports.messaging import (
    MessageRefused,
    MessengerDown,
    OutcomeUnknown,
    TemplateMissing,
    Unreachable,
)
from tests.builders import NOON
from tests.fakes import ScriptedMessenger

RESET = 0.05
BROKEN = MessengerDown("twilio 500")
A_MESSAGE = OutboundMessage(
    id=uuid7(),
    event_id=uuid7(),
    guest_id=None,
    channel="phone",
    address="+14155550123",
    kind="BookingCreated",
    body="hello",
    created_at=NOON,
)


@pytest.fixture
def inner():
    return ScriptedMessenger()


@pytest.fixture
def guarded(inner):
    return GuardedMessenger(inner, provider="twilio", failures=3, reset_seconds=RESET)


def gate(inner):
    """Let the next calls hang, after the first event is set and until the second one is."""
    began, may_end = threading.Event(), threading.Event()

    def hang():
        began.set()
        may_end.wait(5)

    inner.before_each = hang
    return began, may_end


def send(guarded, failures):
    told = []
    for _ in range(failures):
        with pytest.raises(Exception) as raised:
            guarded.send(A_MESSAGE)
        told.append(raised.value)
    return told


@pytest.mark.parametrize(
    "failure", [BROKEN, OutcomeUnknown("ReadTimeout"), Unreachable("twilio cannot be reached")]
)
def test_three_failures_one_after_the_other_open_it(inner, guarded, failure):
    inner.failures = [failure] * 4

    told = send(guarded, 4)

    assert told[:3] == [failure] * 3
    assert guarded.state is BreakerState.OPEN
    assert (told[3].reason, told[3].uses_a_try) == ("twilio is left alone", False)
    assert 0 < told[3].retry_after_seconds <= RESET
    assert inner.failures == [failure]


@pytest.mark.parametrize(
    "answer",
    [
        MessageRefused("twilio 21211"),
        MessengerDown("twilio 429", retry_after_seconds=3, uses_a_try=False),
        TemplateMissing("REMINDER_1H"),
    ],
)
def test_what_says_nothing_bad_of_the_provider_never_opens_it(inner, guarded, answer):
    inner.failures = [answer] * 10

    send(guarded, 10)

    assert guarded.state is BreakerState.CLOSED


@pytest.mark.parametrize(
    ("between", "state"),
    [
        (MessageRefused("twilio 21211"), BreakerState.CLOSED),
        (TemplateMissing("REMINDER_1H"), BreakerState.OPEN),
    ],
)
def test_an_answer_begins_the_count_anew_and_asking_nobody_does_not(
    inner, guarded, between, state
):
    inner.failures = [BROKEN, BROKEN, between, BROKEN]

    send(guarded, 4)

    assert guarded.state is state


def test_looking_up_and_sending_share_it(inner, guarded):
    inner.failures = [BROKEN] * 3
    send(guarded, 3)

    with pytest.raises(MessengerDown, match="left alone"):
        guarded.find(A_MESSAGE)


def test_after_a_while_one_that_goes_well_closes_it(inner, guarded):
    inner.failures = [BROKEN] * 3
    send(guarded, 3)

    time.sleep(RESET)

    assert guarded.send(A_MESSAGE)
    assert guarded.state is BreakerState.CLOSED


def test_after_a_while_one_that_fails_opens_it_again(inner, guarded):
    inner.failures = [BROKEN] * 4
    send(guarded, 3)

    time.sleep(RESET)
    first, second = send(guarded, 2)

    assert (first.reason, first.uses_a_try) == (BROKEN.reason, False)
    assert not second.uses_a_try
    assert inner.accepted == []


def test_who_finds_out_that_the_provider_is_still_away_uses_up_no_try(inner, guarded):
    inner.failures = [MessengerDown("twilio 500") for _ in range(4)]
    for _ in range(3):
        with pytest.raises(MessengerDown) as down:
            guarded.send(A_MESSAGE)
        assert down.value.uses_a_try
    time.sleep(RESET)

    with pytest.raises(MessengerDown) as down:
        guarded.send(A_MESSAGE)

    assert not down.value.uses_a_try
    assert guarded.state is BreakerState.OPEN


def test_a_trial_that_asks_nobody_leaves_the_next_one_to_find_out(inner, guarded):
    inner.failures = [*[BROKEN] * 3, TemplateMissing("REMINDER_1H")]
    send(guarded, 3)

    time.sleep(RESET)
    send(guarded, 1)

    states = [guarded.state]
    guarded.send(A_MESSAGE)
    states.append(guarded.state)
    assert states == [BreakerState.HALF_OPEN, BreakerState.CLOSED]


def test_half_open_lets_a_single_one_through(inner, guarded):
    inner.failures = [BROKEN] * 3
    send(guarded, 3)
    time.sleep(RESET)
    began, may_end = gate(inner)
    trial = threading.Thread(target=guarded.send, args=[A_MESSAGE])

    trial.start()
    began.wait(5)
    (turned_away,) = send(guarded, 1)
    may_end.set()
    trial.join()

    assert not turned_away.uses_a_try
    assert len(inner.accepted) == 1
    assert guarded.state is BreakerState.CLOSED


def test_one_that_hangs_does_not_keep_others_waiting(inner, guarded):
    began, may_end = gate(inner)
    slow = threading.Thread(target=guarded.send, args=[A_MESSAGE])
    slow.start()
    began.wait(5)

    inner.before_each = lambda: None
    guarded.send(A_MESSAGE)
    still_sending = slow.is_alive()
    may_end.set()
    slow.join()

    assert still_sending


def test_what_began_before_it_opened_does_not_close_it(inner, guarded):
    began, may_end = gate(inner)
    slow = threading.Thread(target=guarded.send, args=[A_MESSAGE])
    slow.start()
    began.wait(5)
    inner.before_each = lambda: None

    inner.failures = [BROKEN] * 3
    send(guarded, 3)
    may_end.set()
    slow.join()

    assert guarded.state is BreakerState.OPEN
