"""What the README shows is run, word for word."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(heading: str, language: str) -> str:
    section = README.split(f"## {heading}\n")[1].split("\n## ")[0]
    found = re.search(rf"```{language}\n(.*?)```", section, re.S)
    assert found is not None
    return found.group(1)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    bin_folder = Path(sys.executable).parent
    kept = {key: os.environ[key] for key in ("HOME", "LANG") if key in os.environ}
    path = f"{bin_folder}:{os.environ['PATH']}"
    return {**kept, "PATH": path, "PORT": port}


@pytest.fixture
def served(environ: dict[str, str], tmp_path: Path):
    with (tmp_path / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            ["resortbook", "serve"], cwd=tmp_path, env=environ, stdout=log, stderr=log
        )
    address = f"http://127.0.0.1:{environ['PORT']}"
    for _ in range(300):
        assert process.poll() is None, (tmp_path / "serve.log").read_text()
        try:
            urllib.request.urlopen(f"{address}/health/ready", timeout=2).close()
            break
        except OSError:
            time.sleep(0.1)
    yield address
    process.send_signal(signal.SIGTERM)
    assert process.wait(25) == 0


def test_the_session_books_confirms_changes_moves_and_cancels(served, environ, tmp_path):
    session = block("A booking with curl", "sh").replace("http://127.0.0.1:8000", served)

    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", session],
        cwd=tmp_path,
        env=environ,
        capture_output=True,
        text=True,
        timeout=50,
    )

    told = done.stdout
    assert done.returncode == 0, done.stderr + told
    assert '"error"' not in told
    assert "Jet Skiing" in told
    assert "BEGIN:VEVENT" in told
    assert re.findall(r'"status": ?"(\w+)"', told) == ["confirmed"] * 3 + ["cancelled"]
    assert re.findall(r'"total_price": ?"([\d.]+)"', told) == ["160.00", *["240.00"] * 3]


def test_the_core_books_without_http(served, environ, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", block("In Python", "python")],
        cwd=tmp_path,
        env=environ,
        capture_output=True,
        text=True,
        timeout=50,
    )

    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"[23456789A-HJKMNP-Z]{8}\n", done.stdout)
