"""Secrets that the embedded default makes for itself and keeps beside its database."""

import base64
import os
import secrets
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def new_secret_key() -> str:
    """Make the text that lookups, sessions and signatures derive their keys from."""
    return secrets.token_urlsafe(48)


def new_encryption_key() -> str:
    """Make a key for personal data: 32 random bytes in base64."""
    return base64.b64encode(secrets.token_bytes(32)).decode()


def kept(path: Path, make: Callable[[], str]) -> str:
    """Return the text kept in `path`, made and written first where there is none.

    Processes that start at once all get the same text; nobody but the owner can read the file.

    Raises:
        OSError: it can be neither read nor written.
        UnicodeDecodeError: something else lies there.
    """
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _publish(path, make())
    return path.read_text(encoding="utf-8").strip()


def _publish(path: Path, text: str) -> None:
    # Written whole under another name, then linked: whoever links first has made the one file
    # that all read, and nobody ever reads half of it.
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        os.unlink(draft)
