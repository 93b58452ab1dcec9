"""The system's clock, new ids and new secrets."""

import logging
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from uuid_utils.compat import uuid7

from resortbook.domain.clock_offset import parse_clock_offset

REFERENCE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

log = logging.getLogger(__name__)


@dataclass(slots=True)
class SystemClock:
    """The machine's time, moved by what a file says, where there is one.

    The file is read whenever the time is asked for, so that everybody who has it agrees.
    What cannot be understood keeps the last good offset, with one warning for each new wrong
    text. Without `clock_file` it is `optional_file`, which moves nothing while it is missing.
    """

    clock_file: Path | None = None
    optional_file: Path | None = None
    _offset: timedelta = field(default=timedelta(0))
    _warned_of: str | None = field(default=None)

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return datetime.now(UTC) + self._read_offset()

    def _read_offset(self) -> timedelta:
        text = ""
        try:
            text = self._written()
            self._offset = parse_clock_offset(text)
            self._warned_of = None
        except (OSError, ValueError) as error:
            self._warn(text, error)
        return self._offset

    def _written(self) -> str:
        if self.clock_file is not None:
            return self.clock_file.read_text(encoding="utf-8")
        if self.optional_file is not None:
            with suppress(FileNotFoundError):
                return self.optional_file.read_text(encoding="utf-8")
        return ""

    def _warn(self, text: str, error: Exception) -> None:
        if text != self._warned_of:
            self._warned_of = text
            log.warning("clock.kept offset=%s error=%s", self._offset, type(error).__name__)


class Uuid7Ids:
    """Ids of version 7, by the machine's time."""

    def new(self) -> UUID:
        """Return a new UUID, version 7."""
        return uuid7()


class SecretCodes:
    """Secrets of the operating system's generator."""

    def digits(self, count: int) -> str:
        """Return random decimal digits."""
        return f"{secrets.randbelow(10**count):0{count}d}"

    def token(self) -> str:
        """Return 256 random bits, safe in a URL."""
        return secrets.token_urlsafe(32)

    def reference(self) -> str:
        """Return a random booking reference."""
        return "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(8))
