"""A fake as a process of its own: starting it, and steering it from a test."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[2]
READY = "ready"


@contextmanager
def program(module: str, *arguments: str) -> Iterator[dict[str, str]]:
    """Run `python -m module` on a free port; lend the settings of who is to use it.

    Raises:
        RuntimeError: it ended otherwise than in good order.
    """
    command = [sys.executable, "-m", module, "--port", "0", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            lines = (line.strip() for line in process.stdout)
            told = (line.split("=", 1) for line in takewhile(lambda line: line != READY, lines))
            yield dict((name, value) for name, value in told)
        finally:
            process.terminate()
    if process.returncode:
        raise RuntimeError(f"{module} ended with {process.returncode}")


def steer(url: str, name: str, told: Any = None) -> Any:
    """GET `/_fake/NAME` of the fake at that address, or POST what is told; return its JSON."""
    place = urlsplit(url)
    body = None if told is None else json.dumps(told).encode()
    address = f"{place.scheme}://{place.netloc}/_fake/{name}"
    with urlopen(Request(address, body), timeout=5) as answer:
        return json.load(answer)
