"""The border at which what drivers raise becomes what the ports promise."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import psycopg
from psycopg import errors as pg
from sqlalchemy import ExceptionContext, Index, UniqueConstraint
from sqlalchemy.exc import IntegrityError

from resortbook.adapters.sql.tables import metadata
from resortbook.domain.errors import Unavailable
from resortbook.ports.sales_storage import SeatsTaken

SEATS_CHECK = "booked_count_within_capacity"

# Every class of psycopg's OperationalError is something that passes: connections, locks,
# deadlocks, time-outs, full disks. These pass as well, though they stand elsewhere.
_PG_AWAY = (
    psycopg.OperationalError,
    psycopg.InterfaceError,
    pg.IdleInTransactionSessionTimeout,
    pg.ReadOnlySqlTransaction,
)
_SQLITE_AWAY = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_INTERRUPT,
}
_SQLITE_CHECK = re.compile(r"CHECK constraint failed: (\w+)")
_SQLITE_UNIQUE = re.compile(r"UNIQUE constraint failed: (\w+\.\w+(?:, \w+\.\w+)*)")
_PG_WAITED_FOR = re.compile(r'in relation "(\w+)"')


def translate(context: ExceptionContext) -> BaseException | None:
    """Answer the engine's question what to raise in place of a driver's error, if anything."""
    if context.is_pre_ping:
        return None  # the pool's own business: it connects anew
    if context.is_disconnect:
        return away()
    found = judged(context.original_exception)
    return None if found is context.original_exception else found


def judged(error: BaseException) -> BaseException:
    """Return what a driver's error means to the ports, or the error itself."""
    if _is_away(error):
        return away()
    if constraint_of(error) == SEATS_CHECK:
        return SeatsTaken("The seats' own constraint refused it")
    return error


def away() -> Unavailable:
    """Make the one refusal that every trouble with the database becomes."""
    return Unavailable("The booking system is busy or away for the moment, please try again")


@contextmanager
def refused_by(constraint: str, refusal: Exception) -> Iterator[None]:
    """Raise `refusal` where the constraint or unique index of that name refuses a row."""
    try:
        yield
    except IntegrityError as error:
        if constraint_of(error.orig) == constraint:
            raise refusal from error
        raise


def constraint_of(error: BaseException | None) -> str | None:
    """Return the name of the constraint or unique index that refused, where one did."""
    if isinstance(error, psycopg.IntegrityError):
        return error.diag.constraint_name
    if isinstance(error, sqlite3.IntegrityError):
        return _sqlite_constraint(str(error))
    return None


def waited_for(error: BaseException | None) -> str | None:
    """Return the table or index in which PostgreSQL waited in vain for somebody's lock."""
    if not isinstance(error, pg.LockNotAvailable):
        return None
    found = _PG_WAITED_FOR.search(error.diag.context or "")
    return found.group(1) if found else None


def _is_away(error: BaseException | None) -> bool:
    if isinstance(error, sqlite3.OperationalError):
        return (error.sqlite_errorcode & 0xFF) in _SQLITE_AWAY
    return isinstance(error, _PG_AWAY)


def _sqlite_constraint(message: str) -> str | None:
    if check := _SQLITE_CHECK.fullmatch(message):
        return check.group(1)
    if unique := _SQLITE_UNIQUE.fullmatch(message):
        return _unique_names().get(tuple(unique.group(1).split(", ")))
    return None


@cache
def _unique_names() -> dict[tuple[str, ...], str]:
    """Name what is unique by its columns: that is how SQLite tells of it."""
    return {
        tuple(f"{table.name}.{column.name}" for column in unique.columns): str(unique.name)
        for table in metadata.tables.values()
        for unique in (table.primary_key, *table.constraints, *table.indexes)
        if unique is table.primary_key
        or isinstance(unique, UniqueConstraint)
        or (isinstance(unique, Index) and unique.unique)
    }
