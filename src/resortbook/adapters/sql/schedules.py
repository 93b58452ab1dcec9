"""Recurring schedules and closures, for writing."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Select, delete, insert, select, update

from resortbook.adapters.sql.tables.catalogue import closures, schedules
from resortbook.domain.errors import NotFound
from resortbook.domain.schedule import Closure, Schedule


class SqlSchedules:
    """Schedules as the port `Schedules` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, schedule_id: UUID) -> Schedule:
        """Load one. Raises NotFound."""
        found = self._all(select(schedules).where(schedules.c.id == schedule_id))
        if not found:
            raise NotFound("There is no such schedule")
        return found[0]

    def add(self, schedule: Schedule) -> None:
        """Insert it."""
        self._connection.execute(insert(schedules), _row(schedule))

    def save(self, schedule: Schedule) -> None:
        """Set everything anew."""
        statement = update(schedules).where(schedules.c.id == schedule.id)
        self._connection.execute(statement.values(_row(schedule)))

    def of_activity(self, activity_id: UUID) -> Sequence[Schedule]:
        """Load the active ones, by id."""
        return self._all(
            select(schedules)
            .where(schedules.c.activity_id == activity_id, schedules.c.is_active)
            .order_by(schedules.c.id)
        )

    def find_same(self, schedule: Schedule) -> Schedule | None:
        """Load the active one of the activity that says the same, if there is one."""
        candidates = self._all(
            select(schedules)
            .where(
                schedules.c.activity_id == schedule.activity_id,
                schedules.c.is_active,
                schedules.c.rrule == schedule.rrule,
                schedules.c.lane == schedule.lane,
                schedules.c.starts_on == schedule.starts_on,
            )
            .order_by(schedules.c.id)
        )
        return next((one for one in candidates if _says(one) == _says(schedule)), None)

    def open_ended(self) -> Sequence[Schedule]:
        """Load the active ones without an end, by id."""
        return self._all(
            select(schedules)
            .where(schedules.c.is_active, schedules.c.ends_on.is_(None))
            .order_by(schedules.c.id)
        )

    def _all(self, statement: Select[Any]) -> list[Schedule]:
        return [_schedule(row) for row in self._connection.execute(statement).mappings()]


class SqlClosures:
    """Closures as the port `Closures` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, closure: Closure) -> None:
        """Insert it."""
        row = {
            "id": closure.id,
            "activity_id": closure.activity_id,
            "starts_at": closure.starts_at,
            "ends_at": closure.ends_at,
            "reason": closure.reason,
            "created_at": closure.created_at,
        }
        self._connection.execute(insert(closures), row)

    def replace(self, closure: Closure, parts: Sequence[Closure]) -> None:
        """Delete it, insert the parts."""
        self._connection.execute(delete(closures).where(closures.c.id == closure.id))
        for part in parts:
            self.add(part)

    def between(self, start: datetime, end: datetime) -> Sequence[Closure]:
        """Load those that begin before `end` and end after `start`, by their start."""
        statement = (
            select(closures)
            .where(closures.c.starts_at < end, closures.c.ends_at > start)
            .order_by(closures.c.starts_at, closures.c.id)
        )
        return [
            Closure(
                id=row["id"],
                activity_id=row["activity_id"],
                starts_at=row["starts_at"],
                ends_at=row["ends_at"],
                reason=row["reason"],
                created_at=row["created_at"],
            )
            for row in self._connection.execute(statement).mappings()
        ]


def _says(schedule: Schedule) -> tuple[object, ...]:
    return (
        schedule.rrule,
        sorted(schedule.times),
        schedule.starts_on,
        schedule.ends_on,
        schedule.lane,
        sorted(schedule.except_dates),
    )


def _row(schedule: Schedule) -> dict[str, Any]:
    return {
        "id": schedule.id,
        "activity_id": schedule.activity_id,
        "rrule": schedule.rrule,
        "times": [clock.isoformat() for clock in schedule.times],
        "starts_on": schedule.starts_on,
        "ends_on": schedule.ends_on,
        "capacity": schedule.capacity,
        "lane": schedule.lane,
        "except_dates": [day.isoformat() for day in schedule.except_dates],
        "filled_until": schedule.filled_until,
        "is_active": schedule.is_active,
        "created_at": schedule.created_at,
    }


def _schedule(row: RowMapping) -> Schedule:
    return Schedule(
        id=row["id"],
        activity_id=row["activity_id"],
        rrule=row["rrule"],
        times=tuple(time.fromisoformat(clock) for clock in row["times"]),
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        capacity=row["capacity"],
        lane=row["lane"],
        except_dates=tuple(date.fromisoformat(day) for day in row["except_dates"]),
        filled_until=row["filled_until"],
        is_active=row["is_active"],
        created_at=row["created_at"],
    )
