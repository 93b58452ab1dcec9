"""An INSERT that gives way to a row that is there: one spelling, in two dialects."""

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """Start an INSERT that knows `on_conflict_do_nothing` and `on_conflict_do_update`.

    Its `rowcount` tells whether a row was written.
    """
    is_postgres = connection.dialect.name == "postgresql"
    statement = postgresql.insert(table) if is_postgres else sqlite.insert(table)
    # Without it the count of an INSERT is gone (-1) once the statement has run.
    return statement.execution_options(preserve_rowcount=True)
