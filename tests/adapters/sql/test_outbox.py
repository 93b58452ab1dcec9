from datetime import timedelta

import pytest
from uuid_utils.compat import uuid7

from resortbook.domain.messages import Delivery, OutboundMessage
from tests.adapters.sql.conftest import an_event
from tests.builders import NOON

MINUTE = timedelta(minutes=1)


@pytest.fixture
def add(storage):
    def add_(*events):
        with storage.begin() as work:
            for event in events:
                work.outbox.add(event)
            work.commit()

    return add_


@pytest.fixture
def claim(storage):
    def claim_(now=NOON, *, limit=100, token=None):
        with storage.begin() as work:
            claimed = work.outbox.claim_due(
                now, limit=limit, lease=MINUTE, token=token or uuid7()
            )
            work.commit()
        return claimed

    return claim_


def test_what_is_due_is_claimed_oldest_first(add, claim):
    late, early = an_event(due_at=NOON), an_event(due_at=NOON - MINUTE)
    add(late, early, an_event(due_at=NOON + MINUTE))

    first, second = claim(limit=1), claim(limit=9)

    assert [one.event for one in first] == [early]
    assert [one.event for one in second] == [late]


def test_a_lease_that_ends_frees_the_event_and_the_old_token_counts_no_more(
    storage, add, claim
):
    add(an_event())
    (lost,) = claim()

    assert claim(NOON + MINUTE - timedelta(microseconds=1)) == []
    (found,) = claim(NOON + MINUTE)

    event_id = lost.event.id
    with storage.begin() as work:
        assert not work.outbox.mark_done(event_id, token=lost.token, at=NOON)
        assert not work.outbox.put_off(event_id, token=lost.token, until=NOON, error="")
        assert not work.outbox.mark_failed(event_id, token=lost.token, error="", at=NOON)
        assert work.outbox.mark_done(event_id, token=found.token, at=NOON)
        work.commit()
    assert claim(NOON + timedelta(days=1)) == []


def test_an_event_that_is_put_off_comes_back_one_attempt_older(storage, add, claim):
    add(an_event())
    (claimed,) = claim()

    until = NOON + timedelta(seconds=10)
    with storage.begin() as work:
        token = claimed.token
        assert work.outbox.put_off(claimed.event.id, token=token, until=until, error="down")
        assert not work.outbox.mark_done(claimed.event.id, token=token, at=NOON)
        work.commit()

    assert claim(NOON) == []
    (again,) = claim(until)
    assert again.attempts == 1


def test_an_event_given_up_stays_visible(storage, world, add, claim):
    add(an_event())
    (claimed,) = claim()

    with storage.begin() as work:
        assert work.outbox.mark_failed(
            claimed.event.id, token=claimed.token, error="refused", at=NOON
        )
        work.commit()

    assert claim(NOON + timedelta(days=1)) == []
    assert world.rows("SELECT state, attempts, last_error FROM outbox") == [
        ("failed", 1, "refused")
    ]


def test_events_that_are_held_keep_their_places_and_their_tries(storage, add, claim):
    early, late = an_event(due_at=NOON - MINUTE), an_event(due_at=NOON)
    add(early)
    (claimed,) = claim()

    with storage.begin() as work:
        work.outbox.hold([early.id], token=claimed.token, until=NOON + MINUTE, error="wait")
        work.commit()
    add(late)

    assert [one.event for one in claim(NOON + MINUTE, limit=1)] == [early]
    assert [(one.event, one.attempts) for one in claim(NOON + MINUTE)] == [(late, 0)]


def test_a_held_event_is_nobody_s_before_its_time_and_the_old_token_counts_no_more(
    storage, add, claim
):
    add(an_event())
    (claimed,) = claim()
    event_id, token = claimed.event.id, claimed.token

    with storage.begin() as work:
        work.outbox.hold([event_id], token=token, until=NOON + 2 * MINUTE, error="wait")
        work.outbox.hold([event_id], token=token, until=NOON, error="too late")
        work.commit()
    with storage.begin() as work:
        assert not work.outbox.mark_done(event_id, token=token, at=NOON)

    assert claim(NOON + MINUTE) == []
    assert len(claim(NOON + 2 * MINUTE)) == 1


def test_an_event_that_waits_for_a_template_says_for_which_until_it_is_taken(
    storage, add, claim
):
    add(an_event())
    (claimed,) = claim()
    event_id = claimed.event.id

    with storage.begin() as work:
        work.outbox.put_off(
            event_id,
            token=claimed.token,
            until=NOON + MINUTE,
            error="missing",
            counted=False,
            waits_for="REMINDER_1H",
        )
        work.commit()
        waiting = work.outbox.find(event_id)
    (again,) = claim(NOON + MINUTE)
    with storage.begin() as work:
        taken = work.outbox.find(event_id)

    assert (waiting.event.id, waiting.state, waiting.waits_for) == (
        event_id,
        "pending",
        "REMINDER_1H",
    )
    assert (again.attempts, taken.waits_for) == (0, None)


def test_only_what_is_over_or_waits_is_renewed(storage, add, claim):
    given_up, taken, new = an_event(), an_event(), an_event()
    add(given_up, taken)
    by_id = {one.event.id: one for one in claim()}
    add(new)

    with storage.begin() as work:
        token = by_id[given_up.id].token
        work.outbox.mark_failed(given_up.id, token=token, error="down", at=NOON)
        renewed = [
            work.outbox.renew(event.id, due_at=NOON + MINUTE)
            for event in (given_up, given_up, taken, new)
        ]
        work.commit()

    assert renewed == [True, False, False, False]
    assert [(one.event.id, one.attempts) for one in claim(NOON)] == [(new.id, 0)]
    assert given_up.id in {one.event.id for one in claim(NOON + MINUTE)}


def test_four_workers_claim_each_event_once(add, claim, at_once):
    events = [an_event() for _ in range(200)]
    add(*events)

    def work(_):
        mine = []
        while claimed := claim(limit=7):
            mine += claimed
        return mine

    taken = [one.event.id for part in at_once(work, threads=4) for one in part]

    assert len(taken) == 200
    assert set(taken) == {event.id for event in events}


def test_a_delivery_never_goes_backwards(storage, world):
    message = OutboundMessage(
        id=uuid7(),
        event_id=uuid7(),
        guest_id=None,
        channel="phone",
        address="+14155550123",
        kind="hello",
        body="Hello",
        created_at=NOON,
    )
    states = []

    with storage.begin() as work:
        work.messages.add_outbound(message)
        work.messages.mark(message.id, Delivery.DELIVERED, at=NOON, provider_sid="SM1")
        work.messages.mark(message.id, Delivery.SENT, at=NOON)
        work.messages.mark(message.id, Delivery.FAILED, at=NOON, error="late")
        work.commit()
    states += world.rows("SELECT delivery, provider_sid, error FROM outbound_messages")
    with storage.begin() as work:
        work.messages.mark(message.id, Delivery.READ, at=NOON)
        work.commit()
    states += world.rows("SELECT delivery, provider_sid, error FROM outbound_messages")

    assert states == [("delivered", "SM1", ""), ("read", "SM1", "")]
