"""systemd's units of this project, read and run as systemd would, without it."""

import os
import re
import shlex
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.apps.whatsapp.programs import START, ask
from tests.apps.worker.conftest import Program, free_port

FOLDER = Path(__file__).parents[2] / "deploy" / "systemd"
INSTALLED = "/opt/resortbook/bin/"
BIN = f"{Path(sys.executable).parent}/"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its lines by section and key, as they stand there."""

    name: str
    lines: dict[str, list[str]]

    def one(self, key: str) -> str:
        (value,) = self.lines[key]
        return value

    def all(self, key: str) -> list[str]:
        return self.lines.get(key, [])

    def environment(self, etc: Path) -> dict[str, str]:
        """What the process gets: its lines, then the files; what comes later beats the rest."""
        found: dict[str, str] = {}
        for line in self.all("Service.Environment"):
            found |= dict(pair.split("=", 1) for pair in shlex.split(line))
        for line in self.all("Service.EnvironmentFile"):
            file = etc / Path(line.removeprefix("-")).name
            assert file.exists() or line.startswith("-"), line
            text = file.read_text() if file.exists() else ""
            found |= dict(re.findall(r"^([A-Z_]+)=(.*)$", text, re.MULTILINE))
        return found

    def command(self, environment: dict[str, str]) -> list[str]:
        """What is run, with `${NAME}` filled in and the program that stands in this venv."""
        words = shlex.split(self.one("Service.ExecStart"))
        assert words[0].startswith(INSTALLED), words[0]
        words[0] = words[0].replace(INSTALLED, BIN)
        return [re.sub(r"\$\{(\w+)\}", lambda name: environment[name[1]], one) for one in words]


def unit(name: str) -> Unit:
    """Read `resortbook-NAME.service`."""
    lines: dict[str, list[str]] = {}
    section = ""
    for line in (FOLDER / f"resortbook-{name}.service").read_text().splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif "=" in line and not line.startswith("#"):
            key, value = line.split("=", 1)
            lines.setdefault(f"{section}.{key}", []).append(value)
    return Unit(name, lines)


@dataclass(slots=True)
class Machine:
    """A machine with the units installed, whose /etc and /var lie in a folder."""

    folder: Path
    settings: dict[str, str]
    running: list[Program] = field(default_factory=list)

    def __post_init__(self) -> None:
        told = "".join(f"{name}={value}\n" for name, value in self.settings.items())
        (self.folder / "resortbook.env").write_text(told)

    def run(self, name: str) -> str:
        """Run a unit to its end, and return what it says."""
        read = unit(name)
        environment = self._environment(read)
        done = subprocess.run(
            read.command(environment),
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=50,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, name: str, *, port: int = 0) -> Program:
        """Start a unit, at a port of this machine that is free, and do not wait for it."""
        read, port = unit(name), port or free_port()
        (self.folder / f"{name}.env").write_text(f"PORT={port}\n")
        environment = self._environment(read)
        log = self.folder / f"{name}-{port}.log"
        with log.open("ab") as lines:
            process = subprocess.Popen(
                read.command(environment),
                cwd=self.folder,
                env=environment,
                stdout=lines,
                stderr=lines,
                start_new_session=True,  # a control group, as it were
            )
        program = Program(process, port, log)
        self.running.append(program)
        return program

    def await_ready(self, *programs: Program) -> None:
        until = time.monotonic() + START
        for program in programs:
            while not _is_ready(program):
                assert program.process.poll() is None, program.log.read_text()
                if time.monotonic() > until:
                    pytest.fail(f"it does not get ready: {program.log.read_text()}")
                time.sleep(0.1)

    def kill(self, program: Program) -> None:
        """End a unit with all its processes at once, as a fault would."""
        os.killpg(program.process.pid, signal.SIGKILL)
        program.process.wait()

    def stop(self) -> list[int]:
        """End all units as `systemctl stop resortbook.target` does; return their statuses."""
        going = [program.process for program in self.running if program.process.poll() is None]
        for process in going:
            process.terminate()  # KillMode=mixed: the first process alone
        return [process.wait(timeout=35) for process in going]

    def clear_up(self) -> None:
        for program in self.running:
            if program.process.poll() is None:
                self.kill(program)

    def _environment(self, read: Unit) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
        # Its folder of state is the test's; all else is as it stands in the unit and the files.
        return {
            **kept,
            **read.environment(self.folder),
            "MEDIA_DIR": str(self.folder / "media"),
        }


def _is_ready(program: Program) -> bool:
    try:
        return ask(program.port, "/health/ready")[0] == 200
    except OSError:
        return False
