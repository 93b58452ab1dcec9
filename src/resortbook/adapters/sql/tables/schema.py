"""What all tables share: how constraints are named, and columns that must be filled."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, MetaData
from sqlalchemy.types import TypeEngine

from resortbook.adapters.sql.types import UuidText

# CHECKs have no pattern: each is named in full where it stands, for errors tell its name.
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)


def needed(
    name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]], *, primary_key: bool = False
) -> Column[Any]:
    """Make a column that must be filled."""
    return Column(name, kind, primary_key=primary_key, nullable=False)


def reference(
    name: str, target: str, *, primary_key: bool = False, nullable: bool = False
) -> Column[Any]:
    """Make a column with the id of a row elsewhere; `target` is that table's key."""
    return Column(
        name, UuidText, ForeignKey(target), primary_key=primary_key, nullable=nullable
    )


def one_of(column: str, values: Iterable[str], *, name: str) -> CheckConstraint:
    """Allow only these words in a column."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=name)
