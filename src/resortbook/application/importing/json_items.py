"""The items of a JSON file, each with the line it begins on."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from resortbook.application.importing.rows import SourceRow
from resortbook.domain.errors import InvalidInput

_BLANKS = re.compile(r"[ \t\r\n]*")


class Doubled(dict[str, Any]):
    """An object in which a name stands twice, so that nobody can say which one counts."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    return read if len(read) == len(pairs) else Doubled(read)


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no number")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=Decimal, parse_constant=_no_constant
)


def read_json(text: str) -> Any:
    """Return a JSON text's value, numbers with a point as decimals. Raises ValueError."""
    try:
        return _DECODER.decode(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def json_rows(text: str, *, of: str) -> Iterator[SourceRow]:
    """Yield the items of an array, or of `{"items": […]}`; `of` says what they should be.

    Raises:
        InvalidInput: on `file`, where the text is neither.
    """
    reader = _Reader(text)
    try:
        yield from reader.rows()
    except json.JSONDecodeError as error:
        raise _broken(of, f"line {error.lineno}: {error.msg}") from None
    except (ValueError, IndexError) as error:
        problem = str(error) if isinstance(error, ValueError) else "it ends too early"
        raise _broken(of, f"line {reader.line}: {problem}") from None
    except RecursionError:
        raise _broken(of, f"line {reader.line}: nested too deeply") from None


class _Reader:
    """Walks over the outer array by itself, for the decoder alone does not tell lines."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._counted = 0
        self.line = 1

    def rows(self) -> Iterator[SourceRow]:
        yield from self._object() if self._peek() == "{" else self._array()
        self._skip_blanks()
        if self._at < len(self._text):
            raise ValueError("more than one list")

    def _array(self) -> Iterator[SourceRow]:
        self._take("[")
        more = self._peek() != "]"
        while more:
            self._skip_blanks()
            line = self.line
            yield _row(line, self._value())
            more = self._goes_on("]")
        self._take("]")

    def _object(self) -> Iterator[SourceRow]:
        self._take("{")
        found = 0
        more = self._peek() != "}"
        while more:
            name = self._value()
            self._take(":")
            if name == "items":
                found += 1
                yield from self._array()
            else:
                self._value()
            more = self._goes_on("}")
        self._take("}")
        if found != 1:
            raise ValueError("an object needs its list under “items”")

    def _goes_on(self, end: str) -> bool:
        if self._peek() == end:
            return False
        self._take(",")
        return True

    def _value(self) -> Any:
        self._skip_blanks()
        value, self._at = _DECODER.raw_decode(self._text, self._at)
        return value

    def _peek(self) -> str:
        self._skip_blanks()
        return self._text[self._at]

    def _take(self, sign: str) -> None:
        if self._peek() != sign:
            raise ValueError(f"“{sign}” was expected")
        self._at += 1

    def _skip_blanks(self) -> None:
        match = _BLANKS.match(self._text, self._at)
        self._at = match.end() if match else self._at
        self.line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at


def _row(line: int, value: object) -> SourceRow:
    if isinstance(value, Doubled):
        return SourceRow(line=line, problem=("item", "a name stands twice in this item"))
    if not isinstance(value, dict):
        return SourceRow(line=line, problem=("item", "this item is no object"))
    return SourceRow(line=line, headings=tuple(value), values=tuple(value.values()))


def _broken(of: str, problem: str) -> InvalidInput:
    return InvalidInput.on("file", f"This is no JSON list of {of}: {problem}")
