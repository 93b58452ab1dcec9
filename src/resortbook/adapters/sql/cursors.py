"""Pages of long lists, cut where the last one ended and not by counting."""

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, UnaryExpression, and_, or_

from resortbook.adapters.sql.search_text import is_storable
from resortbook.domain.errors import InvalidInput
from resortbook.domain.money import Money
from resortbook.ports.paging import Page


@dataclass(frozen=True, slots=True)
class Key:
    """A column that a list is sorted by, and what its values are."""

    column: ColumnElement[Any]
    kind: type
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """The order of one list: two keys, of which the second is unique.

    A cursor holds the list's name and the keys of the last row, so that one list refuses
    another's cursors.
    """

    name: str
    first: Key
    second: Key

    def page(self, statement: Select[Any], page: Page) -> Select[Any]:
        """Sort and cut; one row more than the page holds tells that there is a next one.

        Raises:
            InvalidInput: on `cursor`, which is none of this list's.
        """
        if page.cursor is not None:
            statement = statement.where(self._after(page.cursor))
        return statement.order_by(*self.sorting).limit(page.limit + 1)

    def next_cursor(self, rows: Sequence[RowMapping], page: Page) -> str | None:
        """Return the cursor after the page's last row, None where the list ends."""
        if len(rows) <= page.limit:
            return None
        last = rows[page.limit - 1]
        values = [_WRITE[key.kind](last[key.column]) for key in (self.first, self.second)]
        text = json.dumps([self.name, *values], separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    @property
    def sorting(self) -> list[UnaryExpression[Any]]:
        """What ORDER BY takes."""
        return [
            key.column.desc() if key.descending else key.column.asc()
            for key in (self.first, self.second)
        ]

    def _after(self, cursor: str) -> ColumnElement[bool]:
        first, second = self._read(cursor)
        return or_(
            _beyond(self.first, first),
            and_(self.first.column == first, _beyond(self.second, second)),
        )

    def _read(self, cursor: str) -> tuple[Any, Any]:
        try:
            padded = cursor + "=" * (-len(cursor) % 4)
            name, first, second = json.loads(
                base64.b64decode(padded, altchars=b"-_", validate=True)
            )
            if name != self.name:
                raise ValueError("another list's cursor")
            return _READ[self.first.kind](first), _READ[self.second.kind](second)
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            problem = "Not a cursor of this list; leave it out to begin anew"
            raise InvalidInput.on("cursor", problem) from error


def _beyond(key: Key, value: Any) -> ColumnElement[bool]:
    is_beyond: ColumnElement[bool] = key.column > value
    if key.descending:
        is_beyond = key.column < value
    return is_beyond


def _read_text(value: Any) -> str:
    if not isinstance(value, str) or not is_storable(value):
        raise ValueError("not a text")
    return value


def _read_money(value: Any) -> Money:
    if type(value) is not int:
        raise ValueError("not an amount")
    return Money(value)


def _read_moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None or not 1 < moment.year < 9999:
        raise ValueError("not a moment")
    return moment


_READ: dict[type, Callable[[Any], Any]] = {
    str: _read_text,
    UUID: UUID,
    Money: _read_money,
    datetime: _read_moment,
}
_WRITE: dict[type, Callable[[Any], Any]] = {
    str: str,
    UUID: str,
    Money: lambda money: money.minor,
    datetime: datetime.isoformat,
}
