"""Much is due at once, after a provider or all workers were away: all goes out once."""

import json
import time
from datetime import timedelta

import pytest

from resortbook.application.hold import BookingRequest
from resortbook.domain.actor import Actor, Door
from tests.apps.worker.conftest import await_true, in_days

every_point = pytest.mark.every_point
REMINDERS = "SELECT state, count(*) FROM outbox WHERE kind = 'Reminder24h' GROUP BY 1"


@pytest.fixture
def confirmed(resort):
    """Book and confirm in the chat, which by itself sends no notification."""

    def confirmed_(slot, guest):
        by = Actor.guest(guest.id, door=Door.WHATSAPP)
        asked = BookingRequest(activity_id=slot.activity_id, time_slot_id=slot.id, party=1)
        held = resort.bookings.create_booking(asked, by=by)
        return resort.bookings.confirm_booking(held.booking.id, by=by)

    return confirmed_


def await_sent(fake, count):
    await_true(lambda: len(fake.messages) >= count, seconds=20)


def test_a_provider_that_was_away_for_two_hours_gets_all_once_and_not_too_fast(
    house, guests, given, resort, web, fake, all_is_well
):
    rate, everybody = 20, guests(60)
    house.settings["WHATSAPP_MESSAGES_PER_SECOND"] = str(rate)
    slot = given.slot(start=in_days(3), capacity=60)
    worker = house.started_well("worker")

    with fake.away():
        for guest in everybody:
            held = given.hold(slot, guest=guest)
            resort.bookings.confirm_booking(held.booking.id, by=web(guest))
        for minutes in range(20, 121, 20):
            house.move_clock(f"+{minutes}m")
            time.sleep(1)
    took = all_is_well()

    at = [message.at for message in fake.messages]
    pace = [(late - early).total_seconds() for early, late in zip(at, at[rate:], strict=False)]
    print(f"all was told {took:.0f} s after it was back; closest {rate + 1}: {min(pace):.2f} s")
    assert len({message.to for message in fake.messages}) == len(everybody)
    assert min(pace) >= 1
    assert worker.end() == 0


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("restarts", "sends"), [(4, 100), pytest.param(20, 500, marks=every_point)]
)
def test_workers_that_are_killed_and_ended_again_and_again_send_each_message_once(
    house, guests, given, fake, all_is_well, restarts, sends
):
    slot = given.slot(start=in_days(3), capacity=sends)
    for guest in guests(sends):
        given.hold(slot, guest=guest)
    fake.automatic = ()
    each, waiting = sends // restarts, [house.start("worker")]
    statuses = []

    for number in range(restarts):
        worker, goal = waiting.pop(), min(sends, len(fake.messages) + each)
        waiting.append(house.start("worker"))  # it is ready when the one before it ends
        await_sent(fake, goal)
        if number % 2:
            house.await_ready(worker)
            statuses.append(worker.end())
        else:
            worker.kill()
            house.move_clock(f"+{61 * (number // 2 + 1)}s")  # its leases are over

    took = all_is_well()
    print(f"{restarts} restarts during {sends} sends, all told {took:.0f} s after the last one")
    assert len(fake.messages) == sends
    assert set(statuses) == {0}


@pytest.mark.parametrize(
    ("hours_before", "jump"),
    [
        (timedelta(minutes=1), "+11m"),
        pytest.param(timedelta(minutes=30), "+1h", marks=every_point),
        pytest.param(timedelta(hours=18), "+1d", marks=every_point),
    ],
)
def test_two_hundred_reminders_that_fell_due_while_all_workers_were_away_go_out_once(
    house, guests, given, confirmed, fake, clock, all_is_well, ask_all, hours_before, jump
):
    start = clock.now() + timedelta(hours=24) + hours_before
    slot = given.slot(start=start, capacity=200)
    for guest in guests(200):
        confirmed(slot, guest)
    fake.automatic = ()
    house.run("templates", "push")

    house.move_clock(jump)
    workers = [house.start("worker"), house.start("worker")]
    for worker in workers:
        house.await_ready(worker)
    took = all_is_well()
    sent = len(fake.messages)
    time.sleep(10)  # each worker looks once a second

    leader = json.loads(house.run("queue", "--json"))["leader"]
    print(f"200 reminders were told {took:.0f} s after the workers were there; {leader} leads")
    assert (sent, len(fake.messages)) == (200, 200)
    assert {message.to for message in fake.messages} == {
        f"whatsapp:+1415555{1000 + number}" for number in range(200)
    }
    assert leader is not None
    all_is_well()
