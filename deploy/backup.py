#!/usr/bin/env python3
"""Saves a resort into a folder, and brings it back; the Python standard library is enough.

    backup.py save FOLDER       the database as of one moment, and the pictures
    backup.py restore FOLDER    into an empty database, and a media folder without files

DATABASE_URL and MEDIA_DIR say where the resort is. PostgreSQL's pg_dump and pg_restore are
taken from PATH, and must be of the server's version or newer. The keys are not saved with it:
without ENCRYPTION_KEYS and SECRET_KEY nobody can read what is personal in it, so keep those
elsewhere.
"""

import hashlib
import os
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

DATABASE, MEDIA, SUMS = "database", "media.tar", "SHA256SUMS"


def save(folder: Path) -> None:
    """Save into a new folder; what is served meanwhile goes on."""
    os.umask(0o077)
    folder.mkdir(parents=True)
    # The database first: every picture that it names is there already.
    if file := _sqlite_file():
        _copy(file, folder / DATABASE)
    else:
        _run("pg_dump", "--format=custom", "--no-owner", "--file", str(folder / DATABASE))
    with tarfile.open(folder / MEDIA, "w") as archive:
        if _media().is_dir():
            archive.add(_media(), arcname=".")
    lines = [f"{_sum(folder / name)}  {name}\n" for name in (DATABASE, MEDIA)]
    (folder / SUMS).write_text("".join(lines))


def restore(folder: Path) -> None:
    """Bring back what was saved; refuses to write over anything."""
    for line in (folder / SUMS).read_text().splitlines():
        wanted, name = line.split()
        if _sum(folder / name) != wanted:
            raise SystemExit(f"{name} is not what was saved")
    if _media().is_dir() and any(_media().iterdir()):
        raise SystemExit(f"There are files in {_media()} already")
    if file := _sqlite_file():
        if file.exists():
            raise SystemExit(f"{file} is there already")
        file.parent.mkdir(parents=True, exist_ok=True)
        _copy(folder / DATABASE, file)
    else:
        # As a whole or not at all: a table that is there already ends it.
        options = ("--no-owner", "--exit-on-error", "--single-transaction")
        _run("pg_restore", *options, str(folder / DATABASE))
    _media().mkdir(parents=True, exist_ok=True)
    with tarfile.open(folder / MEDIA) as archive:
        archive.extractall(_media(), filter="data")


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as given, closing(sqlite3.connect(target)) as made:
        given.backup(made)


def _sqlite_file() -> Path | None:
    url = os.environ["DATABASE_URL"]
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:") else None


def _media() -> Path:
    return Path(os.environ["MEDIA_DIR"])


def _run(program: str, *options: str) -> None:
    parts = urlsplit(os.environ["DATABASE_URL"].replace("+psycopg", "", 1))
    # Not among the arguments, which everybody on the machine can read.
    secret = {"PGPASSWORD": unquote(parts.password)} if parts.password else {}
    place = parts.netloc.replace(f":{parts.password}@", "@") if parts.password else parts.netloc
    url = urlunsplit(parts._replace(netloc=place))
    subprocess.run(
        [program, "--dbname", url, *options], env={**os.environ, **secret}, check=True
    )


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["save", folder]:
            save(Path(folder))
        case ["restore", folder]:
            restore(Path(folder))
        case _:
            raise SystemExit(__doc__)
