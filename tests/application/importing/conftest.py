"""A resort on SQLite, empty; what importing asks of a database is tested on both elsewhere."""

from collections.abc import Callable
from pathlib import Path

import pytest

from resortbook.application.resort import Resort
from resortbook.bootstrap.container import Container


@pytest.fixture
def container(sqlite_url: str, open_container: Callable[..., Container]) -> Container:
    return open_container(sqlite_url)


@pytest.fixture
def media(tmp_path: Path) -> Path:
    return tmp_path / "media"


@pytest.fixture
def another(
    sqlite_template: Path, tmp_path: Path, open_container: Callable[..., Container]
) -> Resort:
    """A second, empty resort."""
    path = tmp_path / "another.sqlite"
    path.write_bytes(sqlite_template.read_bytes())
    resort: Resort = open_container(f"sqlite:///{path}").resort()
    return resort
