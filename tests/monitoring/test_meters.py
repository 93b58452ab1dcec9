"""What is counted where it happens: statements, connections, sends, lookups, breakers."""

import logging
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text
from uuid_utils.compat import uuid7

from resortbook.adapters.guard.breaker import GuardedMessenger
from resortbook.adapters.guard.metered import CountedMessenger
from resortbook.adapters.local.sharing import shared_folder, sharing_counts
from resortbook.adapters.sql import watching
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.storage import open_storage
from resortbook.application.house_metrics import HouseMetrics
from resortbook.application.meters import Meters
from resortbook.domain.actor import Actor, Door
from resortbook.domain.errors import Unavailable
from resortbook.domain.messages import OutboundMessage
from resortbook.ports.messaging import MessageRefused, OutcomeUnknown
from tests.builders import NOON

MESSAGE = OutboundMessage(
    id=uuid7(),
    event_id=uuid7(),
    guest_id=None,
    channel="phone",
    address="+14155550123",
    kind="booking.confirmed",
    body="You are booked",
    created_at=NOON,
)


def samples(page: bytes) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(page.decode())
        for sample in family.samples
    }


def value(page: bytes, name: str, **labels: str) -> float:
    return samples(page).get((name, frozenset(labels.items())), 0.0)


def test_a_statement_is_counted_by_the_code_that_asks_it(resort, given):
    slot = given.slot()
    given.hold(slot)
    resort.catalogue.get_activity(slot.activity_id)

    told = samples(resort.meters.page())
    counted = {
        dict(labels)["statement"]: number
        for (name, labels), number in told.items()
        if name == "resortbook_statement_seconds_count"
    }
    assert any(name.startswith("reads.") for name in counted)
    assert {"place_postgres.PlaceOnPostgres._run", "audit.SqlAudit.add"} & set(counted)
    assert not any("<" in name or "sql" in name.lower().split(".")[0] for name in counted)
    assert all(number >= 1 for number in counted.values())


def test_the_same_statement_has_the_same_name_each_time(resort, given):
    slot = given.slot()
    for _ in range(3):
        resort.catalogue.availability(slot.activity_id)

    before = samples(resort.meters.page())
    resort.catalogue.availability(slot.activity_id)
    after = samples(resort.meters.page())

    assert set(before) == set(after)


def test_a_slow_statement_is_logged_by_name_and_without_what_it_says(
    container, resort, caplog, monkeypatch
):
    monkeypatch.setattr(watching, "SLOW_SECONDS", 0.0)

    with caplog.at_level(logging.WARNING):
        resort.account.guest_of_phone("+14155550123")

    assert "statement.slow statement=" in caplog.text
    assert "SELECT" not in caplog.text
    assert "4155550123" not in caplog.text


def test_connections_in_use_are_counted_up_and_down(container, resort):
    storage = container.storage()
    resort.meters.page()

    with storage.engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        during = value(resort.meters.page(), "resortbook_pool_connections_used")

    assert during == 1
    assert value(resort.meters.page(), "resortbook_pool_connections_used") == 0


@pytest.mark.servers
def test_a_connection_that_is_not_had_is_counted(postgres_server, postgres_template):
    url, meters = postgres_server.new_database(template=postgres_template), Meters()
    cipher = Cipher([b"k" * 32], index_secret=b"secret")
    storage = open_storage(url, cipher=cipher, pool_size=1, watch=meters)

    with storage.engine.connect(), pytest.raises(Unavailable):
        storage.begin().__enter__()

    assert value(meters.page(), "resortbook_pool_shortages_total") == 1
    storage.close()
    postgres_server.drop(url)


class Provider:
    """A provider whose sends end as a test says."""

    def __init__(self, *ends: Exception | str) -> None:
        self.ends = list(ends)

    def send(self, _):
        end = self.ends.pop(0)
        if isinstance(end, Exception):
            raise end
        return end

    def find(self, _):
        return []


def test_sends_are_counted_by_kind_and_end():
    meters = Meters()
    provider = Provider("SM1", MessageRefused("63016"), OutcomeUnknown("cut"))
    messenger = CountedMessenger(provider, meters.sent)

    messenger.send(MESSAGE)
    for error in (MessageRefused, OutcomeUnknown):
        with pytest.raises(error):
            messenger.send(MESSAGE)

    page = meters.page()
    for outcome in ("accepted", "refused", "unknown"):
        labels = {"kind": MESSAGE.kind, "outcome": outcome}
        assert value(page, "resortbook_sends_total", **labels) == 1


def test_a_breaker_that_opens_and_closes_is_shown():
    meters = Meters()
    unknown = OutcomeUnknown("cut")
    guarded = GuardedMessenger(
        Provider(unknown, unknown, "SM1"),
        provider="twilio",
        failures=2,
        reset_seconds=0.0,
        on_change=meters.broke,
    )
    at_first = value(meters.page(), "resortbook_breaker_open", provider="twilio")

    for _ in range(2):
        with pytest.raises(OutcomeUnknown):
            guarded.send(MESSAGE)
    opened = value(meters.page(), "resortbook_breaker_open", provider="twilio")
    guarded.send(MESSAGE)
    closed = value(meters.page(), "resortbook_breaker_open", provider="twilio")

    assert (at_first, opened, closed) == (0, 1, 0)


def test_lookups_in_the_cache_are_counted(resort):
    resort.cache.get("nothing")
    resort.cache.put("something", b"1", seconds=5)
    resort.cache.get("something")

    page = resort.meters.page()
    assert value(page, "resortbook_cache_lookups_total", outcome="miss") == 1
    assert value(page, "resortbook_cache_lookups_total", outcome="hit") == 1


def test_bookings_are_shown_by_status_and_door_and_holds_by_what_they_keep(
    resort, given, clock
):
    slot, guest = given.slot(), given.guest()
    by = Actor.guest(guest.id, door=Door.WEB)
    confirmed = given.hold(slot, guest=guest)
    resort.bookings.confirm_booking(confirmed.booking.id, by=by)
    given.hold(slot)
    clock.advance(minutes=31)
    given.hold(slot, party=2)
    meters, asked = resort.meters, HouseMetrics(resort).registry()

    page = meters.page(asked=asked)

    def of(status: str) -> float:
        return value(page, "resortbook_bookings_last_day", status=status, door="web")

    assert (of("confirmed"), of("expired"), of("pending")) == (1, 1, 1)
    assert value(page, "resortbook_holds", state="open") == 1
    assert value(page, "resortbook_holds", state="lapsed") == 1
    assert value(page, "resortbook_held_seats") == 2
    clock.at += timedelta(hours=25)
    assert "resortbook_bookings_last_day{" not in meters.page(asked=asked).decode()


def test_what_is_away_is_said_and_the_page_goes_on(resort, monkeypatch):
    def away(_):
        raise Unavailable("The database is away")

    monkeypatch.setattr(resort.reads.backlog, "backlog", away)

    page = resort.meters.page(asked=HouseMetrics(resort).registry())

    assert value(page, "resortbook_database_up") == 0
    assert value(page, "process_resident_memory_bytes") > 0


def test_processes_that_share_their_counts_show_the_sum(tmp_path: Path):
    program = (
        "import sys\n"
        "from resortbook.adapters.local.sharing import shared_folder\n"
        "from resortbook.application.meters import Meters\n"
        "meters = Meters(shared_folder())\n"
        "meters.sent('chat_reply', 'accepted')\n"
        "meters.lent(1)\n"
        "print(meters.page().decode())\n"
    )
    with sharing_counts():
        folder = shared_folder()
        assert folder is not None
        pages = [
            subprocess.run(
                [sys.executable, "-c", program], capture_output=True, check=True
            ).stdout
            for _ in range(3)
        ]

    accepted = {"kind": "chat_reply", "outcome": "accepted"}
    assert [value(page, "resortbook_sends_total", **accepted) for page in pages] == [1, 2, 3]
    # Those that ended hold no connection any more.
    assert [value(page, "resortbook_pool_connections_used") for page in pages] == [1, 1, 1]
    assert shared_folder() is None
    assert not folder.exists()
