"""SQL as text for pgbench: named parameters of a statement become what stands for them."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

_PARAMETER = re.compile(r"%\((\w+)\)s")


def written(statement: str, values: Mapping[str, str]) -> str:
    """Put SQL text in the place of each `%(name)s` of a statement, on one line."""
    text = _PARAMETER.sub(lambda match: values[match[1]], statement).replace("%%", "%")
    return " ".join(text.split())


def literal(value: Any) -> str:
    """Write a value. Colons are hidden: pgbench would take what follows for a variable."""
    if value is None:
        return "NULL"
    if isinstance(value, bool | int):
        return str(value).lower()
    if isinstance(value, bytes | memoryview):
        return _quoted("\\x" + bytes(value).hex())
    if isinstance(value, datetime):
        return _quoted(value.isoformat())
    if isinstance(value, dict | list):
        return _quoted(json.dumps(value))
    if isinstance(value, str | UUID):
        return _quoted(str(value))
    raise TypeError(f"no SQL for a {type(value).__name__}")


def _quoted(text: str) -> str:
    hidden = text.replace("\\", "\\\\").replace("'", "''").replace(":", "\\003a")
    return f"U&'{hidden}'"
