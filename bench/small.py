"""Small things that people feel: how soon a command is there, and how much memory it takes."""

import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from bench.api import COMMAND
from bench.figures import Round
from bench.processes import Broken

TIMES = 5
_CASES = {
    "help_ms": [*COMMAND, "--help"],
    "import_ms": [sys.executable, "-c", "import resortbook_api.app"],
    "python_ms": [sys.executable, "-c", ""],
}


def starts() -> Round:
    """Return the milliseconds that commands take from start to end, the median of a few."""
    return {name: start_ms(command) for name, command in _CASES.items()}


def start_ms(command: list[str], *, env: Mapping[str, str] | None = None) -> float:
    """Return the milliseconds that a command takes, the median of a few."""
    return median(_run_ms(command, env) for _ in range(TIMES))


def memory(group: int) -> Round:
    """Return the megabytes of a worker in a process group, shared pages counted by shares."""
    sizes = {pid: _pss_mb(pid) for pid in _members(group) if pid != group}
    found = [size for size in sizes.values() if size]
    return {"memory_mb": median(found)} if found else {}


def _run_ms(command: list[str], env: Mapping[str, str] | None) -> float:
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, env=env)
    if done.returncode:
        raise Broken(f"{command}: {done.stderr.strip()[-500:]}")
    return (time.perf_counter() - began) * 1000


def _members(group: int) -> list[int]:
    members = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name, which may hold anything, ends with the last bracket.
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group:
            members.append(int(path.parent.name))
    return members


def _pss_mb(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
