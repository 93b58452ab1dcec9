"""Whatever goes wrong with the database is one refusal, and comes in time."""

import socket
import threading
import time

import psycopg
import pytest
from sqlalchemy import text

from resortbook.adapters.sql.storage import open_storage
from resortbook.domain.errors import Misconfigured, RequestInProgress, Unavailable
from resortbook.ports.sales_storage import SeatClaim
from tests.adapters.sql.conftest import CIPHER, World, an_answer
from tests.builders import NOON


@pytest.fixture
def stopwatch():
    began = time.monotonic()
    return lambda: time.monotonic() - began


def a_closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_a_database_that_is_away_is_told_at_once(opened, stopwatch):
    storage = opened(f"postgresql://nobody@127.0.0.1:{a_closed_port()}/nothing")

    with pytest.raises(Unavailable):
        storage.reads.catalogue.all_active()
    with pytest.raises(Unavailable), storage.begin():
        pass
    assert not storage.reads.health.ping()
    assert stopwatch() < 2


def test_a_server_that_does_not_answer_is_told_within_two_seconds(opened, stopwatch):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        storage = opened(f"postgresql://nobody@127.0.0.1:{port}/nothing")

        answers = [storage.reads.health.ping()]

    assert answers == [False]
    assert stopwatch() < 2.5


def test_a_database_that_is_there_answers(storage):
    assert storage.reads.health.ping()


def test_a_folder_that_cannot_be_opened_is_told_at_once(opened, tmp_path, stopwatch):
    (tmp_path / "resort.sqlite").mkdir()
    storage = opened(f"sqlite:///{tmp_path}/resort.sqlite")

    with pytest.raises(Unavailable):
        storage.reads.catalogue.all_active()
    with pytest.raises(Unavailable), storage.begin():
        pass
    assert not storage.reads.health.ping()
    assert stopwatch() < 2


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "mysql://x/y",
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql+asyncpg://x",
    ],
)
def test_other_databases_are_refused_without_telling_the_address(url):
    with pytest.raises(Misconfigured) as refused:
        open_storage(url, cipher=CIPHER)

    assert "DATABASE_URL" in str(refused.value)


def test_a_password_is_not_told():
    with pytest.raises(Misconfigured) as refused:
        open_storage("postgresql://u:hunter2@h:notaport/d", cipher=CIPHER)

    assert "hunter2" not in repr(refused.value)
    assert refused.value.__cause__ is None


def test_a_lock_held_by_another_is_given_up_after_three_seconds(url, opened, stopwatch):
    holder, waiter = opened(url), opened(url)
    slot = World(holder).slot()

    with holder.begin() as held:
        held.slots.claim(SeatClaim(slot_id=slot.id, seats=1))
        with pytest.raises(Unavailable), waiter.begin() as work:
            work.slots.claim(SeatClaim(slot_id=slot.id, seats=1))

    assert 2.5 < stopwatch() < 5
    with waiter.begin() as work:
        assert work.slots.get(slot.id).booked_count == 0


def test_writers_of_one_process_wait_for_each_other_and_give_up_as_well(
    sqlite_url, opened, stopwatch
):
    storage = opened(sqlite_url)

    with storage.begin(), pytest.raises(Unavailable), storage.begin():
        pass

    assert 2.5 < stopwatch() < 4
    with storage.begin():
        pass


def test_a_key_whose_first_request_does_not_end_is_in_progress(postgres_url, opened, at_once):
    storage = opened(postgres_url)
    world = World(storage)
    placement = world.placement(world.slot(), answer=an_answer())

    def add(_):
        with storage.begin() as second:
            second.answers.add(an_answer())

    with storage.begin() as first:
        first.answers.add(an_answer())
        tries = [add, lambda _: storage.place(placement)]
        answers = at_once(lambda number: tries[number](number), threads=2)
    storage.place(placement)

    assert [type(answer) for answer in answers] == [RequestInProgress, RequestInProgress]


def test_a_deadlock_is_a_refusal_like_any_other(postgres_url, opened, at_once):
    storage = opened(postgres_url)
    world = World(storage)
    slots = [world.slot(), world.slot()]
    both_have_one = threading.Barrier(2)

    def cross(number):
        with storage.begin() as work:
            work.slots.claim(SeatClaim(slot_id=slots[number].id, seats=1))
            both_have_one.wait()
            work.slots.claim(SeatClaim(slot_id=slots[1 - number].id, seats=1))
            work.commit()

    answers = at_once(cross, threads=2)

    assert sorted(type(answer).__name__ for answer in answers) == ["NoneType", "Unavailable"]


def test_more_callers_than_connections_are_refused_within_two_seconds(
    postgres_url, opened, stopwatch
):
    storage = opened(postgres_url, pool_size=1)

    with storage.begin(), pytest.raises(Unavailable):
        storage.reads.catalogue.all_active()

    assert stopwatch() < 2
    assert storage.reads.catalogue.all_active() == []


def test_a_connection_cut_inside_a_unit_of_work_is_a_refusal_and_the_next_is_fresh(
    postgres_url, opened
):
    storage = opened(postgres_url)
    slot = World(storage).slot()

    with pytest.raises(Unavailable), storage.begin() as work:
        work.slots.claim(SeatClaim(slot_id=slot.id, seats=1))
        _cut_all(postgres_url)
        work.commit()

    with storage.begin() as work:
        assert work.slots.get(slot.id).booked_count == 0


def test_a_booking_repeated_after_a_cut_connection_is_placed_once(postgres_url, opened):
    storage = opened(postgres_url)
    world = World(storage)
    slot = world.slot()
    placement = world.placement(slot, answer=an_answer())

    with storage.begin() as blocker:
        blocker.slots.claim(SeatClaim(slot_id=slot.id, seats=1))
        cutter = threading.Timer(0.3, _cut_waiting, [postgres_url])
        cutter.start()
        with pytest.raises(Unavailable):
            storage.place(placement)
        cutter.join()
    storage.place(placement)

    assert world.rows("SELECT count(*) FROM bookings") == [(1,)]
    assert world.slot_now(slot).booked_count == 2


def test_a_server_that_was_killed_is_found_again_when_it_is_back(own_server):
    server = own_server("postgres")
    storage = open_storage(server.url, cipher=CIPHER)
    storage.migrations.upgrade()

    server.kill()
    began = time.monotonic()
    with pytest.raises(Unavailable):
        storage.reads.catalogue.all_active()
    assert not storage.reads.health.ping()
    assert time.monotonic() - began < 2
    server.start()

    assert storage.reads.health.ping()
    assert storage.reads.catalogue.all_active() == []
    storage.close()


def test_a_full_or_broken_file_is_a_refusal(sqlite_url, opened):
    storage = opened(sqlite_url)
    with storage.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1").close()

    with pytest.raises(Unavailable), storage.begin() as work:
        for number in range(2_000):
            work.answers.add(an_answer(key=str(number), body=b"x" * 4096))

    assert storage.reads.sales.kept_answer("guest:1", "0", now=NOON) is None


def test_a_mistake_in_a_statement_is_no_excuse(storage):
    with storage.engine.connect() as connection, pytest.raises(Exception) as error:
        connection.execute(text("SELECT nothing FROM nowhere"))

    assert not isinstance(error.value, Unavailable)


def _cut_all(url: str) -> None:
    _terminate(url, "datname = current_database() AND pid <> pg_backend_pid()")


def _cut_waiting(url: str) -> None:
    _terminate(url, "datname = current_database() AND wait_event_type = 'Lock'")


def _terminate(url: str, whose: str) -> None:
    plain = url.replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {whose}"
        )
