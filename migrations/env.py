"""Runs migrations over the connection that it is handed, or over `-x url=…` for developers."""

from typing import Any

from alembic import context
from sqlalchemy import Connection, create_engine

from resortbook.adapters.sql.tables import metadata

# What is waited for at most: a lock, which others then queue behind; a statement; the next one.
LIMITS = {
    "lock_timeout": "1s",
    "statement_timeout": "15min",
    "idle_in_transaction_session_timeout": "60s",
}


def run(connection: Connection) -> None:
    is_sqlite = connection.dialect.name == "sqlite"
    if not is_sqlite:
        for name, most in LIMITS.items():
            connection.exec_driver_sql(f"SET {name} = '{most}'")
        connection.commit()
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        compare_server_default=True,
        # No table stays locked while other migrations run, and what is done stays done.
        transaction_per_migration=not is_sqlite,
        # SQLite changes a table by copying it.
        render_as_batch=is_sqlite,
    )
    with context.begin_transaction():
        context.run_migrations()


def main() -> None:
    given: Connection | None = context.config.attributes.get("connection")
    if given is not None:
        run(given)
        return
    arguments: dict[str, Any] = context.get_x_argument(as_dictionary=True)
    with create_engine(arguments["url"]).connect() as connection:
        run(connection)


main()
