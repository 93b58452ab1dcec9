"""What all tables share: the names of their constraints, and the shapes of their columns."""

from collections.abc import Iterable

from sqlalchemy import CheckConstraint, Column, MetaData

from resortbook.adapters.sql.types import UtcDateTime, UuidText

# CHECKs have no pattern: each is named in full where it stands, for errors tell its name.
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)


def uuid(name: str, *parts: object, **options: object) -> "Column[object]":
    """Make a column of a UUID that must be there."""
    return _column(name, UuidText(), *parts, **options)


def moment(name: str, **options: object) -> "Column[object]":
    """Make a column of a moment that must be there."""
    return _column(name, UtcDateTime(), **options)


def one_of(column: str, values: Iterable[str], *, name: str) -> CheckConstraint:
    """Allow only these words in a column."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=name)
