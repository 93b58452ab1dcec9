"""Reminders of departures on the days on which clocks are put forward and back, north and south
of the equator: due by elapsed time, and with the local time that guests' watches show.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dependency_injector import providers

from resortbook.domain.actor import Actor, Door
from tests.fakes import ScriptedMessenger
from tests.resort_fixtures import Given

SECOND = timedelta(seconds=1)
MADRID, SYDNEY, SANTIAGO = "Europe/Madrid", "Australia/Sydney", "America/Santiago"

# The zone, the start, the local times at which both reminders are due, and what guests read.
DEPARTURES = [
    pytest.param(
        MADRID, "2026-10-25T11:00", "Sat 13:00", "Sun 11:00", "October 25 at 12:00 PM",
        id="Madrid, back, at noon",
    ),
    pytest.param(
        MADRID, "2026-10-25T00:30", "Sat 02:30", "Sun 01:30", "October 25 at 2:30 AM",
        id="Madrid, back, in the doubled hour, the first time",
    ),
    pytest.param(
        MADRID, "2026-10-25T01:30", "Sat 03:30", "Sun 02:30", "October 25 at 2:30 AM",
        id="Madrid, back, in the doubled hour, the second time",
    ),
    pytest.param(
        MADRID, "2026-10-26T00:30", "Sun 02:30", "Mon 00:30", "October 26 at 1:30 AM",
        id="Madrid, the night after, reminded before clocks go back",
    ),
    pytest.param(
        MADRID, "2027-03-28T10:00", "Sat 11:00", "Sun 11:00", "March 28 at 12:00 PM",
        id="Madrid, forward, at noon",
    ),
    pytest.param(
        MADRID, "2027-03-28T01:30", "Sat 02:30", "Sun 01:30", "March 28 at 3:30 AM",
        id="Madrid, forward, right after the hour that does not exist",
    ),
    pytest.param(
        SYDNEY, "2026-10-04T01:00", "Sat 11:00", "Sun 11:00", "October 4 at 12:00 PM",
        id="Sydney, forward, at noon",
    ),
    pytest.param(
        SYDNEY, "2027-04-04T02:00", "Sat 13:00", "Sun 11:00", "April 4 at 12:00 PM",
        id="Sydney, back, at noon",
    ),
    pytest.param(
        SANTIAGO, "2026-09-06T15:00", "Sat 11:00", "Sun 11:00", "September 6 at 12:00 PM",
        id="Santiago, forward, at noon",
    ),
    pytest.param(
        SANTIAGO, "2027-04-04T16:00", "Sat 13:00", "Sun 11:00", "April 4 at 12:00 PM",
        id="Santiago, back, at noon",
    ),
]  # fmt: skip


@pytest.fixture
def database_url(sqlite_url):
    """One kind of database is enough here."""
    return sqlite_url


@pytest.fixture
def remind(database_url, open_container, clock):
    """Confirm a booking in a zone five days ahead; return when which reminders went out, and
    their words.
    """

    def remind_(zone, start):
        container = open_container(database_url, RESORT_TIMEZONE=zone)
        messenger = ScriptedMessenger()
        container.messenger.override(providers.Object(messenger))
        clock.at = start - timedelta(days=5)
        _confirm(container, start)
        messenger.accepted.clear()
        sent_at = []
        messenger.before_each = lambda: sent_at.append(clock.now())
        for due in (start - timedelta(hours=24), start - timedelta(hours=1), start):
            for moment in (due - SECOND, due, due + SECOND):
                clock.at = moment
                container.relay().sweep()
        return list(zip(sent_at, messenger.accepted, strict=True))

    return remind_


def _confirm(container, start):
    given, resort = Given(container), container.resort()
    guest = given.guest()
    held = given.hold(given.slot(start=start), guest=guest)
    by = Actor.guest(guest.id, door=Door.WEB)
    resort.bookings.confirm_booking(held.booking.id, by=by)
    resort.clockwork.relay.sweep()


@pytest.mark.parametrize(("zone", "start", "day", "hour", "told"), DEPARTURES)
def test_both_are_due_by_elapsed_time_and_tell_the_local_one(
    remind, zone, start, day, hour, told
):
    begins = datetime.fromisoformat(start).replace(tzinfo=UTC)

    sent = remind(zone, begins)

    assert [begins - at for at, _ in sent] == [timedelta(hours=24), timedelta(hours=1)]
    local = [f"{at.astimezone(ZoneInfo(zone)):%a %H:%M}" for at, _ in sent]
    assert local == [day, hour]
    assert [message.kind for _, message in sent] == ["Reminder24h", "Reminder1h"]
    clock_time = told.partition(" at ")[2]
    first, second = (message.body for _, message in sent)
    assert told in first
    assert clock_time in second
