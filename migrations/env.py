"""Runs migrations over the connection that it is handed, or over `-x url=…` for developers."""

from typing import Any

from alembic import context
from sqlalchemy import Connection, create_engine

from resortbook.adapters.sql.tables import metadata


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        compare_server_default=True,
        transaction_per_migration=False,
        # SQLite changes a table by copying it.
        render_as_batch=connection.dialect.name == "sqlite",
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
