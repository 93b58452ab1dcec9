"""The units for systemd: what it says of them, and what they do when they are run."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from resortbook.settings import Settings
from tests.apps.worker.conftest import (
    PHONE,
    House,
    await_true,
    fake,
    guest,
    house,
    in_days,
    sent,
    token,
)
from tests.apps.worker.conftest import clock as present
from tests.deploy.units import BIN, FOLDER, INSTALLED, Machine, unit
from tests.faults.clients import book, book_until_answered, request

__all__ = ["fake", "guest", "house", "present", "sent", "token"]

PIECES = ("api", "whatsapp", "worker")
MOST_EXPOSED = 2.0  # of systemd's ten: what a service with the network can well keep to


def copies(folder: Path) -> list[str]:
    """Copy the units so that they name programs that are there: systemd looks."""
    for path in [*FOLDER.glob("*.service"), *FOLDER.glob("*.target")]:
        (folder / path.name).write_text(path.read_text().replace(INSTALLED, BIN))
    return sorted(map(str, folder.glob("*.*")))


@pytest.fixture
def systemd() -> str:
    found = shutil.which("systemd-analyze")
    if found is None:
        pytest.skip("no systemd-analyze here: CI on a machine with systemd verifies the units")
    return found


def test_systemd_finds_nothing_wrong(systemd: str, tmp_path: Path):
    done = subprocess.run(
        [systemd, "verify", *copies(tmp_path)], capture_output=True, text=True
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", ["migrate", *PIECES])
def test_systemd_finds_little_that_a_broken_in_process_could_do(
    systemd: str, tmp_path: Path, name: str
):
    copies(tmp_path)

    told = subprocess.run(
        [systemd, "security", "--offline=true", f"{tmp_path}/resortbook-{name}.service"],
        capture_output=True,
        text=True,
    ).stdout

    level = re.search(r"exposure level for \S+: ([\d.]+)", told)
    assert level is not None, told
    assert float(level[1]) <= MOST_EXPOSED


@pytest.mark.parametrize("name", ["migrate", *PIECES])
def test_a_unit_sets_settings_alone_and_no_secret(name: str, tmp_path: Path):
    (tmp_path / "resortbook.env").write_text("")
    known = {field.name.upper() for field in Settings.described()}

    told = unit(name).environment(tmp_path)

    assert set(told) <= known | {"PYTHONUNBUFFERED", "PROCESSES"}
    assert told["RESORTBOOK_ENV"] == "production"
    assert (
        "EnvironmentFile=/etc/resortbook/resortbook.env"
        in (FOLDER / f"resortbook-{name}.service").read_text()
    )


def test_the_example_of_settings_names_all_that_production_requires():
    example = (FOLDER / "resortbook.env.example").read_text()

    named = set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))
    required = {
        field.name.upper()
        for field in Settings.described()
        if field.metadata["setting"].is_required
    }
    assert required <= named


@pytest.mark.parametrize("name", PIECES)
def test_a_unit_is_started_again_whatever_ends_it_and_may_finish_what_it_is_at(name: str):
    read = unit(name)

    assert read.one("Service.Restart") == "always"
    assert read.one("Service.KillMode") == "mixed"
    assert int(read.one("Service.TimeoutStopSec")) >= 30
    assert f"resortbook-{name}.service" in (FOLDER / "resortbook.target").read_text()


@pytest.fixture
def database_url(postgres_server: Any) -> Iterator[str]:
    """An empty PostgreSQL database: what migrates it is a unit."""
    url = postgres_server.new_database()
    yield url
    postgres_server.drop(url)


@pytest.fixture
def clock(present: Any) -> Any:
    """The machine's own: the processes have it too."""
    return present


@pytest.fixture
def machine(house: House, tmp_path: Path) -> Iterator[Machine]:
    """A machine with everything installed and migrated, and nothing started."""
    machine = Machine(tmp_path, house.settings)
    assert "at this version" in machine.run("migrate")
    yield machine
    machine.clear_up()


@pytest.mark.xdist_group("worker processes")
def test_killed_one_by_one_the_others_go_on_and_at_the_end_nothing_is_lost(
    machine: Machine, house: House, guest: Any, given: Any, token: str, sent: Any
):
    public = int(house.settings["PUBLIC_URL"].rpartition(":")[2])
    api, webhooks, worker = (
        machine.start("api"),
        machine.start("whatsapp", port=public),
        machine.start("worker"),
    )
    slot = given.slot(start=in_days(3), capacity=10)
    machine.await_ready(api, webhooks, worker)

    machine.kill(worker)
    house.webhook(house.fake.phone(PHONE).text("hello"))
    status, _ = book(api, slot, token, "first")
    machine.kill(webhooks)
    worker, webhooks = machine.start("worker"), machine.start("whatsapp", port=public)
    without_webhooks = book(api, slot, token, "second")[0]
    told = sent(3, seconds=40)

    assert (status, without_webhooks, len(told)) == (201, 201, 3)

    machine.kill(api)
    machine.await_ready(worker, webhooks)
    house.webhook(house.fake.phone(PHONE).text("my bookings"))
    api = machine.start("api")
    assert len(sent(4)) == 4
    machine.await_ready(api)
    with ThreadPoolExecutor(4) as pool:
        answers = list(
            pool.map(lambda key: book_until_answered(api, slot, token, f"{key}"), range(3))
        )
        assert {status for status, _ in answers} == {201}
        late = [pool.submit(book, api, slot, token, f"{key}") for key in range(3)]
        statuses = machine.stop()
        assert {one.result()[0] for one in late} <= {0, 201}

    assert statuses == [0, 0, 0]
    held = [answer["id"] for _, answer in answers]
    assert len(set(held)) == 3
    assert house.run("check") == "Everything adds up.\n"


def test_a_piece_that_is_stopped_says_so_before_it_goes(machine: Machine):
    worker = machine.start("worker")
    machine.await_ready(worker)

    worker.process.terminate()
    was_told = await_true(lambda: request(worker, "/health/ready")[0] == 503, seconds=5)

    assert (was_told or worker.process.poll() is not None, worker.process.wait(30)) == (True, 0)
