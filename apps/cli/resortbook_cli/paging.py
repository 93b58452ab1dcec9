"""Whole lists, read in parts."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from resortbook.ports.paging import Page, PageOf

T = TypeVar("T")


def everything(read: "Callable[[Page], PageOf[T]]") -> list[T]:
    """Return all items of a list that `read` returns a part of."""
    from resortbook.ports.paging import Page

    found: list[T] = []
    cursor: str | None = None
    while True:
        part = read(Page(limit=100, cursor=cursor))
        found.extend(part.items)
        cursor = part.next_cursor
        if cursor is None:
            return found
