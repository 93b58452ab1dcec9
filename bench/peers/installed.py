"""What the peers run on, installed once into an environment of their own."""

import subprocess
import sys
import zlib
from pathlib import Path

from bench.processes import ROOT

FOLDER = ROOT / ".cache" / "peers"
REQUIREMENTS = Path(__file__).with_name("requirements.txt")


class NotInstalled(Exception):
    """The peers can't be had here; the text says why."""


def program(name: str) -> Path:
    """Return a program of the peers' environment, made first where it has to be.

    Raises:
        NotInstalled: it could not be made.
    """
    mark, wanted = (
        FOLDER / "installed",
        f"{sys.version} {zlib.crc32(REQUIREMENTS.read_bytes())}",
    )
    if not mark.exists() or mark.read_text() != wanted:
        _install()
        mark.write_text(wanted)
    return FOLDER / "bin" / name


def _install() -> None:
    print("Installing what the peers run on (once) …", file=sys.stderr, flush=True)
    base = getattr(sys, "_base_executable", sys.executable)
    _run([base, "-m", "venv", "--clear", str(FOLDER)])
    pip = [str(FOLDER / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    _run([*pip, "install", "--quiet", "--only-binary=:all:", "-r", str(REQUIREMENTS)])


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise NotInstalled(done.stderr.strip()[-500:])
