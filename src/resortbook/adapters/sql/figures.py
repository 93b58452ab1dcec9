"""Each day's figures, for writing and reading."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select

from resortbook.adapters.sql.tables.catalogue import activities
from resortbook.adapters.sql.tables.figures import daily_figures
from resortbook.domain.figures import DayFigures, Figures

_c = daily_figures.c


class SqlDailyFigures:
    """Rows as the port `DailyFigures` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(
        self, first: date, last: date, rows: Sequence[DayFigures], *, at: datetime
    ) -> None:
        """Delete what is there and insert the rows."""
        self._connection.execute(delete(daily_figures).where(_c.day.between(first, last)))
        if not rows:
            return
        names = select(activities.c.id, activities.c.currency)
        currencies = {row.id: row.currency for row in self._connection.execute(names)}
        self._connection.execute(
            insert(daily_figures),
            [
                {
                    "day": row.day,
                    "activity_id": row.activity_id,
                    "currency": currencies[row.activity_id],
                    "computed_at": at,
                    **_values(row.figures),
                }
                for row in rows
            ],
        )


def load_figures(connection: Connection, first: date, last: date) -> Sequence[DayFigures]:
    """Return the rows of these days, by day."""
    statement = (
        select(daily_figures)
        .where(_c.day.between(first, last))
        .order_by(_c.day, _c.activity_id)
    )
    return [
        DayFigures(
            day=row["day"],
            activity_id=row["activity_id"],
            figures=Figures(**{name: row[name] for name in Figures.__slots__}),
        )
        for row in connection.execute(statement).mappings()
    ]


def _values(figures: Figures) -> dict[str, object]:
    return {**{n: getattr(figures, n) for n in Figures.__slots__}, "doors": dict(figures.doors)}
