"""Pages of long lists."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Which part of a list is wanted: at most `limit` items, after the opaque `cursor`."""

    limit: int = 20
    cursor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOf(Generic[T]):
    """A part of a list; `next_cursor` continues it, None where it ends."""

    items: tuple[T, ...]
    next_cursor: str | None = None
