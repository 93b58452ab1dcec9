"""The desk closes a day for weather, and its process is killed in the middle of it."""

import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from dependency_injector import providers
from sqlalchemy import func, select

from resortbook.adapters.sql.tables.sales import bookings
from resortbook.domain.actor import Actor
from resortbook.domain.errors import SlotUnavailable
from tests.fakes import ScriptedMessenger

ROOT = Path(__file__).parents[2]
GUESTS = 25


@pytest.fixture(autouse=True)  # before the resort is put together
def messenger(container):
    messenger = ScriptedMessenger()
    container.messenger.override(providers.Object(messenger))
    return messenger


@pytest.fixture
def cancelled(container):
    counted = select(func.count()).where(bookings.c.status == "cancelled")

    def count():
        with container.storage().engine.connect() as connection:
            return connection.scalar(counted)

    return count


@pytest.fixture
def killed_half_way(database_url, tmp_path, cancelled):
    """Close what begins in the hour from a moment on, in a process that is killed soon after
    the first guests were seen to.
    """

    def run(start):
        arguments = [database_url, str(tmp_path), start.isoformat()]
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.storm", *arguments], cwd=ROOT
        )
        until = time.monotonic() + 30
        while cancelled() < 5 and time.monotonic() < until and process.poll() is None:
            time.sleep(0.002)
        process.kill()
        process.wait(timeout=10)

    return run


def test_a_desk_that_is_killed_half_way_is_gone_on_with_and_nobody_is_told_twice(
    given, resort, soon, clock, killed_half_way, cancelled, messenger
):
    activity = given.activity(capacity_per_slot=200)
    slots = [given.slot(activity, soon + timedelta(minutes=m)) for m in (0, 30)]
    free = given.slot(activity, soon + timedelta(days=1))
    guests = [given.guest(f"+1415555{number:04}") for number in range(1000, 1000 + GUESTS)]
    for guest in guests:
        for slot in slots:
            held = given.hold(slot, guest=guest)
            resort.bookings.confirm_booking(held.booking.id, by=Actor.operator())
    while resort.clockwork.deliver():
        pass

    killed_half_way(soon)
    half = cancelled()
    clock.at = datetime.now(UTC)  # that process had the machine's
    with pytest.raises(SlotUnavailable):
        given.hold(slots[0])
    for _ in range(3):
        resort.clockwork.call_off()
        resort.clockwork.deliver()
    while resort.clockwork.deliver():
        pass

    assert 0 < half < 2 * GUESTS
    assert half % 2 == 0  # a guest's bookings go together
    assert cancelled() == 2 * GUESTS
    about = [one for one in messenger.accepted if one.kind == "SlotClosed"]
    assert sorted(one.address for one in about) == sorted(guest.phone for guest in guests)
    offered = {activity.name in one.body for one in about}
    assert offered == {True}
    assert resort.reads.catalogue.slot(free.id, now=soon).booked_count == 0
    assert resort.check() == []
