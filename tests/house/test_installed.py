"""The wheel by itself: in an empty environment it serves the resort and the web app."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEB = ROOT / "apps/api/resortbook_api/static/web"
pytestmark = pytest.mark.xdist_group("worker processes")


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """An environment with the wheel and what it needs, and nothing of this folder."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    folder = tmp_path / "environment"
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    if not install(python, "--require-hashes", "-r", ROOT / "requirements/run.lock"):
        # Not to be had here and now: then those that the tests run with, by their place alone.
        # The sources of this folder stay out: they stand there by a file of their own.
        (site_packages(python) / "others.pth").write_text(sysconfig.get_path("purelib"))
    assert install(python, "--no-deps", wheel)
    return folder


def install(python: Path, *what: str | Path) -> bool:
    """Install it if that is a matter of seconds; say whether it is there."""
    uv = shutil.which("uv")
    if uv is None and "-r" in what:
        return False  # pip takes more than a minute for that
    by_pip = [sys.executable, "-m", "pip", "--python", str(python), "install"]
    installer = by_pip if uv is None else [uv, "pip", "install", "--python", str(python)]
    try:
        done = subprocess.run([*installer, *what], capture_output=True, timeout=25)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def site_packages(python: Path) -> Path:
    program = "import sysconfig; print(sysconfig.get_path('purelib'))"
    told = subprocess.run([python, "-c", program], capture_output=True, text=True, check=True)
    return Path(told.stdout.strip())


@pytest.fixture
def served(installed: Path, tmp_path: Path) -> Iterator[str]:
    """The address at which the installed program serves, in an empty folder."""
    folder = tmp_path / "somewhere"
    folder.mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            [installed / "bin" / "resortbook", "serve"],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "PORT": str(port)},
            stdout=log,
            stderr=log,
        )
    address = f"http://127.0.0.1:{port}"
    until = time.monotonic() + 45
    while time.monotonic() < until:
        assert process.poll() is None, (folder / "serve.log").read_text()
        try:
            fetch(f"{address}/health/ready")
            break
        except OSError:
            time.sleep(0.1)
    yield address
    process.send_signal(signal.SIGTERM)
    assert process.wait(25) == 0


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        text: str = answer.read().decode()
        return text


def test_it_runs_by_itself_and_brings_the_web_app_along(served: str, installed: Path):
    where = (
        "import resortbook, resortbook_api; print(resortbook.__file__, resortbook_api.__file__)"
    )
    imported = subprocess.run(
        [installed / "bin" / "python", "-c", where], capture_output=True, text=True, check=True
    ).stdout.split()
    ready = json.loads(fetch(f"{served}/health/ready"))
    activities = json.loads(fetch(f"{served}/api/v1/activities/?limit=100"))["items"]
    page = fetch(f"{served}/")

    assert all(path.startswith(str(installed)) for path in imported)
    assert ready["checks"] == {"database": "up", "migrations": "head", "redis": "unused"}
    assert len(activities) >= 24
    if not (WEB / "index.html").is_file():
        pytest.skip("the web app is not built: `make web` builds it; all else is well")
    scripts = re.findall(r'(?:src|href)="(/[^"]+\.(?:js|css))"', page)
    assert scripts
    assert all(fetch(f"{served}{script}") for script in scripts)
