"""Frozen dataclasses as JSON and back, for what a conversation keeps between two messages."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def as_json(value: Any) -> Any:
    """Return a value of the dialogue as JSON's own types; what is empty is left out."""
    if is_dataclass(value) and not isinstance(value, type):
        told = {f.name: as_json(getattr(value, f.name)) for f in fields(value)}
        return {name: one for name, one in told.items() if one not in (None, [], {}, "")}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (UUID, Decimal)):
        return str(value)
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, tuple):
        return [as_json(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): as_json(one) for key, one in value.items()}
    return value


def from_json(kind: type[T], told: Mapping[str, Any]) -> T:
    """Return a dataclass from what `as_json` made of it; unknown names are passed over.

    Raises:
        ValueError, TypeError, KeyError: it was made by something else.
    """
    hints = get_type_hints(kind)
    known = [f.name for f in fields(kind) if f.name in told]
    return kind(**{name: _read(hints[name], told[name]) for name in known})


def _read(hint: Any, told: Any) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is types.UnionType:
        return None if told is None else _read(inner[0], told)
    if origin is tuple:
        kinds = [inner[0]] * len(told) if inner[-1] is Ellipsis else inner
        return tuple(_read(kind, one) for kind, one in zip(kinds, told, strict=True))
    if origin is not None:  # a mapping from names to plain values
        return dict(told)
    if isinstance(hint, type) and is_dataclass(hint):
        return from_json(hint, told)
    if hint in (datetime, date, time):
        return hint.fromisoformat(told)
    if hint is Any:
        return told
    return hint(told)
