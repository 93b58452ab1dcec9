"""The composition root: the one place that knows every part and puts them together."""

from typing import Protocol

from dependency_injector import providers

from resortbook.adapters.local.background import BackgroundLoop
from resortbook.adapters.local.sharing import sharing_counts
from resortbook.application.resort import Resort
from resortbook.bootstrap.container import Container
from resortbook.settings import Settings

__all__ = ["Background", "build", "open_resort", "run_background", "sharing_counts"]


class Background(Protocol):
    """The background work of a process that does it itself."""

    def stop(self) -> None:
        """Finish the step that runs, and end."""
        ...


def open_resort(settings: Settings) -> Resort:
    """Put a resort together; call it once for each process, and `close` what it returns.

    Embedded, the database is brought to the newest migration first.

    Raises:
        Unavailable: the database cannot be reached (embedded: opened).
    """
    resort: Resort = build(settings).resort()
    if not settings.is_production:
        resort.migrations.upgrade()
    return resort


def build(settings: Settings) -> Container:
    """Return a fresh container; a test may put another part in before anything is made."""
    return Container(settings=providers.Object(settings))


def run_background(resort: Resort) -> Background:
    """Do the background work in a thread of this process (the embedded default)."""
    return BackgroundLoop(resort.waker, resort.clockwork.steps)
