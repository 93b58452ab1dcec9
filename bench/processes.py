"""Programs that are started to be measured, and that leave nothing behind."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]  # where `python -m bench.…` finds its modules
START_SECONDS = 30.0
STOP_SECONDS = 10.0


class Broken(Exception):
    """A measure that means nothing; the text says why."""


def free_port() -> int:
    """Return a TCP port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_answered(port: int) -> bool:
    """Whether something listens on that port of this machine."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


@contextmanager
def serving(
    command: list[str],
    *,
    port: int,
    log: Path,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    is_ready: Callable[[int], bool] = is_answered,
) -> Iterator[int]:
    """Run a server with everything it starts, from its readiness on; tell its process id.

    Its whole process group ends with the block, and the port is free again then: workers that
    outlive their parent would go on answering on a port that they share.

    Raises:
        Broken: the port is taken, the server does not come up, or somebody stays behind.
    """
    if is_answered(port):
        raise Broken(f"port {port} is taken already")
    with log.open("ab") as lines:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=lines,
            stderr=lines,
            env=env,
            cwd=cwd,
            start_new_session=True,
        )
    try:
        _wait_for(lambda: is_ready(port), process, log)
        yield process.pid
    finally:
        _end_group(process)
    if is_answered(port):
        raise Broken(f"something still answers on port {port}")


def _wait_for(ready: Callable[[], bool], process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while not ready():
        if process.poll() is not None or time.monotonic() > until:
            told = log.read_text(errors="replace")[-2000:].strip()
            raise Broken(f"{process.args!r} did not come up: {told}")
        time.sleep(0.05)


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    # The leader first, so that it can end its workers; then whoever is left of the group.
    with suppress(subprocess.TimeoutExpired, ProcessLookupError):
        process.terminate()
        process.wait(STOP_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(STOP_SECONDS)
