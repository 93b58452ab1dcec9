"""SQL as text for pgbench: the parameters of a statement become what stands for them."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

_PARAMETER = re.compile(r"\$(\d+)")


@dataclass(frozen=True, slots=True)
class Sql:
    """An expression that pgbench fills in anew each time, where a value could stand."""

    text: str


def written(statement: str, values: Sequence[Any]) -> str:
    """Put the values in the place of `$1` and so on of a statement, on one line.

    Raises:
        IndexError: nothing stands for a parameter.
    """
    text = _PARAMETER.sub(lambda match: literal(values[int(match[1]) - 1]), statement)
    return " ".join(text.split())


def literal(value: Any) -> str:
    """Write a value. Colons are hidden: pgbench would take what follows for a variable."""
    if isinstance(value, Sql):
        return f"({value.text})"
    if value is None:
        return "NULL"
    if isinstance(value, bool | int):
        return str(value).lower()
    if isinstance(value, bytes):
        return _quoted("\\x" + value.hex())
    if isinstance(value, datetime):
        return _quoted(value.isoformat())
    if isinstance(value, dict | list):
        return json_literal(value)
    if isinstance(value, str | UUID):
        return _quoted(str(value))
    raise TypeError(f"no SQL for a {type(value).__name__}")


def json_literal(value: Any) -> str:
    """Write a value as JSON; expressions within it are texts."""
    inner: list[Sql] = []

    def mark(expression: Any) -> str:
        if not isinstance(expression, Sql):
            raise TypeError(f"no JSON for a {type(expression).__name__}")
        inner.append(expression)
        return "\x00"

    first, *rest = json.dumps(value, default=mark).split("\\u0000")
    text = _quoted(first)
    for expression, piece in zip(inner, rest, strict=True):
        text += f" || ({expression.text})::text || {_quoted(piece)}"
    return f"({text})::json"


def _quoted(text: str) -> str:
    hidden = text.replace("\\", "\\\\").replace("'", "''").replace(":", "\\003a")
    return f"U&'{hidden}'"
