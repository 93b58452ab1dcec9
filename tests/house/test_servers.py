"""The servers that other tests stand on."""

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import psycopg
import pytest
import redis

from tests.servers import NoServer, Server


def connect(url: str) -> "psycopg.Connection[tuple[object, ...]]":
    return psycopg.connect(url.replace("+psycopg", ""), autocommit=True)


def test_a_database_can_be_made_from_another_as_its_template(postgres_server):
    template = postgres_server.new_database()
    with connect(template) as connection:
        connection.execute("CREATE TABLE towel AS SELECT 42 AS size")

    copy = postgres_server.new_database(template)

    with connect(copy) as connection:
        assert connection.execute("SELECT size FROM towel").fetchone() == (42,)
    postgres_server.drop(copy)
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        connect(copy)


def test_a_redis_database_is_empty_whoever_used_it_before(redis_url):
    with redis.Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0

        client.set("left", "behind")


@pytest.mark.parametrize("round", [1, 2])
def test_what_a_test_leaves_in_redis_is_gone_for_the_next(redis_url, round):
    test_a_redis_database_is_empty_whoever_used_it_before(redis_url)


def test_a_killed_postgresql_comes_back_on_its_port_with_its_data(own_server):
    server = own_server("postgres")
    with connect(server.url) as connection:
        connection.execute("CREATE TABLE towel AS SELECT 42 AS size")
    where = server.url

    server.kill()
    with pytest.raises(psycopg.OperationalError):
        connect(where)
    server.start()

    assert server.url == where
    with connect(where) as connection:
        assert connection.execute("SELECT size FROM towel").fetchone() == (42,)


@pytest.mark.servers
def test_a_server_dies_with_the_process_that_asked_for_it(run_folder):
    script = textwrap.dedent(f"""
        import os, pathlib, tests.servers as servers
        folder = pathlib.Path({str(run_folder / "orphaned")!r})
        server = servers.Server("redis", folder).start()
        print(server.pid, flush=True)
        os.kill(os.getpid(), 9)
    """)

    asked = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=Path.cwd()
    )

    assert asked.returncode == -9, asked.stderr
    assert is_gone_within(5, pid=int(asked.stdout))


def is_gone_within(seconds: float, *, pid: int) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


@pytest.mark.servers
def test_a_server_that_cannot_start_says_why(run_folder):
    folder = run_folder / "spoilt"
    (folder / "data").mkdir(parents=True)

    with pytest.raises(NoServer, match=r"(?s)postgres could not be started.*TEST_DATABASE_URL"):
        Server("postgres", folder).start()
