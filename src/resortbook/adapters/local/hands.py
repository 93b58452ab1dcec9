"""The hands of the clock: a file that every process of the resort reads."""

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from resortbook.domain.clock_offset import clock_offset_text, parse_clock_offset
from resortbook.domain.errors import Misconfigured, Unavailable


@dataclass(frozen=True, slots=True)
class FileHands:
    """Writes the offset into the file from which `SystemClock` reads it."""

    path: Path | None

    def offset(self) -> timedelta:
        """Return what the file says; zero where it says nothing that can be read."""
        if self.path is not None:
            with suppress(OSError, ValueError):
                return parse_clock_offset(self.path.read_text(encoding="utf-8"))
        return timedelta(0)

    def move(self, offset: timedelta) -> None:
        """Replace the file as a whole, so that nobody ever reads half of it."""
        if self.path is None:
            raise Misconfigured("The clock of this resort is not to be moved")
        try:
            _write(self.path.resolve(), clock_offset_text(offset) + "\n")
        except OSError as error:
            raise Unavailable(
                "The clock cannot be moved: its file cannot be written"
            ) from error


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(draft, path)
    except OSError:
        os.unlink(draft)
        raise
