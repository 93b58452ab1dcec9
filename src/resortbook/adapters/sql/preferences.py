"""What guests like, for writing and reading."""

from uuid import UUID

from sqlalchemy import Connection, RowMapping, select

from resortbook.adapters.sql import upsert
from resortbook.adapters.sql.tables.people import preferences
from resortbook.domain.preferences import PartOfDay, Preferences


class SqlPreferences:
    """Preferences as the port `PreferencesStore` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, guest_id: UUID) -> Preferences:
        """Load them; empty ones where there are none."""
        return load_preferences(self._connection, guest_id)

    def put(self, preferences_: Preferences) -> None:
        """Insert them, or set them anew."""
        values = {
            "preferred_categories": list(preferences_.preferred_categories),
            "preferred_times": [part.value for part in preferences_.preferred_times],
            "budget_min": preferences_.budget_min,
            "budget_max": preferences_.budget_max,
            "interests": preferences_.interests,
            "last_updated": preferences_.last_updated,
        }
        statement = upsert.insert(self._connection, preferences).values(
            guest_id=preferences_.guest_id, **values
        )
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["guest_id"], set_=values)
        )


def load_preferences(connection: Connection, guest_id: UUID) -> Preferences:
    """Return a guest's preferences, empty ones where nothing is stored."""
    statement = select(preferences).where(preferences.c.guest_id == guest_id)
    row = connection.execute(statement).mappings().first()
    return Preferences(guest_id=guest_id) if row is None else _preferences(row)


def _preferences(row: RowMapping) -> Preferences:
    return Preferences(
        guest_id=row["guest_id"],
        preferred_categories=tuple(row["preferred_categories"]),
        preferred_times=tuple(PartOfDay(part) for part in row["preferred_times"]),
        budget_min=row["budget_min"],
        budget_max=row["budget_max"],
        interests=row["interests"],
        last_updated=row["last_updated"],
    )
