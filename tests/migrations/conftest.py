from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.storage import SqlStorage, open_storage

CIPHER = Cipher([b"k" * 32], index_secret=b"the secret of these tests")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.servers)])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Make empty databases of each kind in turn."""
    made: list[str] = []
    if request.param == "sqlite":
        yield lambda: f"sqlite:///{tmp_path}/{len(list(tmp_path.iterdir()))}.sqlite"
        return
    server = request.getfixturevalue("postgres_server")

    def new() -> str:
        made.append(server.new_database())
        return made[-1]

    yield new
    for url in made:
        server.drop(url)


@pytest.fixture
def open_new(new_url: Callable[[], str]) -> Iterator[Callable[..., SqlStorage]]:
    """Open storages on empty databases, or on the one at a URL; closed at the end."""
    opened: list[SqlStorage] = []

    def open_(url: str | None = None) -> Any:
        opened.append(open_storage(url or new_url(), cipher=CIPHER))
        return opened[-1]

    yield open_
    for storage in opened:
        storage.close()


@pytest.fixture
def storage(open_new: Callable[..., SqlStorage]) -> SqlStorage:
    """A storage on an empty database."""
    return open_new()
