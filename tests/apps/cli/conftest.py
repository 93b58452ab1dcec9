"""The command line under test, on the same SQLite file as the resort of the other fixtures."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner, Result

from resortbook.bootstrap.container import Container
from resortbook_cli.command_line import command_line
from tests.builders import NOON
from tests.resort_fixtures import SECRETS

Run = Callable[..., Result]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """One kind of database is enough here: the storage has its own tests."""
    return sqlite_url


@pytest.fixture
def environ(database_url: str, tmp_path: Path) -> dict[str, str]:
    """The settings that the command is given, as an environment."""
    return {
        "DATABASE_URL": database_url,
        "MEDIA_DIR": str(tmp_path / "media"),
        "DEMO": "no",
        **SECRETS,
    }


@pytest.fixture
def at_noon() -> Iterator[None]:
    """Let the machine's clock say what the tests' own clock says."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def run(
    environ: dict[str, str],
    at_noon: None,
    container: Container,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """Run a command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run_(*args: str, stdin: str | None = None, **settings: str) -> Result:
        return CliRunner().invoke(
            command_line, args, input=stdin, env={**environ, **settings}, catch_exceptions=False
        )

    return run_


def lines_of(result: Result) -> list[list[str]]:
    """The cells of what a command printed into a pipe, without its heading."""
    assert result.exit_code == 0, result.stderr
    return [line.split("\t") for line in result.stdout.splitlines()[1:]]
