"""Counts that the processes of one command share, in a folder of this machine."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prometheus_client import values

NAME = "PROMETHEUS_MULTIPROC_DIR"
"""The client library's own name: other servers may set it for their processes as well."""


@contextmanager
def sharing_counts() -> Iterator[None]:
    """Let this process and those that it begins meanwhile count in one place.

    Call it before anything is counted. A folder that the environment names already is used,
    and is left for whoever named it.
    """
    if NAME in os.environ:
        yield
        return
    single = values.ValueClass
    with tempfile.TemporaryDirectory(prefix="resortbook-counts-") as folder:
        os.environ[NAME] = folder
        values.ValueClass = values.MultiProcessValue()
        try:
            yield
        finally:
            del os.environ[NAME]
            values.ValueClass = single


def shared_folder() -> Path | None:
    """Return where the counts of this process and others come together, None where nowhere."""
    named = os.environ.get(NAME)
    return Path(named) if named else None
