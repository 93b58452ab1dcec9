"""Whether this process is about to end."""

from dataclasses import dataclass


@dataclass(slots=True)
class Stopping:
    """Told by whoever ends the process: background work then finishes what it is at, gives back
    what it has claimed, and begins nothing more.
    """

    is_near: bool = False

    def announce(self) -> None:
        """Let everybody come to an end. Idempotent."""
        self.is_near = True
