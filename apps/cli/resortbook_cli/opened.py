"""The resort that a command works on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from resortbook_cli.errors import Refused

if TYPE_CHECKING:
    from resortbook.application.resort import Resort
    from resortbook.settings import Settings

BEHIND = "The database is behind this version: run “resortbook db upgrade”"


@contextmanager
def opened(settings: "Settings | None" = None) -> "Iterator[Resort]":
    """Open the resort of the settings for one command; close it whatever happens.

    None are those of the environment. Embedded, the database is brought to head first.

    Raises:
        SettingsError: wrong settings.
        Refused: in production the database is behind.
        Unavailable: it cannot be reached.
    """
    from resortbook.bootstrap import open_resort
    from resortbook.settings import Settings

    settings = settings or Settings.load()
    resort = open_resort(settings)
    try:
        if settings.is_production and not resort.migrations.is_at_head():
            raise Refused(BEHIND)
        yield resort
    finally:
        resort.close()


@contextmanager
def opened_as_it_is() -> "Iterator[Resort]":
    """Open the resort without touching its database, for what is about the database itself."""
    from resortbook.bootstrap import build
    from resortbook.settings import Settings

    resort: Resort = build(Settings.load()).resort()
    try:
        yield resort
    finally:
        resort.close()
