"""Recurring schedules, for the desk."""

from typing import Any
from uuid import UUID

from flask.views import MethodView

from resortbook.application.recurrence import weekly
from resortbook.application.revising import ScheduleChanges
from resortbook.application.schedule import Rhythm
from resortbook.application.schedule_shapes import (
    filled_shape,
    revised_shape,
    schedule_shape,
)
from resortbook.application.shapes import Shape
from resortbook_api.answers import as_response
from resortbook_api.auth import Access, staff
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.schemas.schedule import (
    FilledSchedule,
    RevisedSchedule,
    ScheduleAsked,
    ScheduleChangesAsked,
    ScheduleList,
    clock_times,
)

blp = Blueprint("schedules", "Recurring departures, for staff", "/api/v1/staff")


@blp.route("/activities/<segment:key>/schedules/", access=Access.STAFF)
class ActivitySchedules(MethodView):
    """When an activity departs, again and again."""

    @blp.refuses(404)
    @blp.shows(200, ScheduleList)
    def get(self, key: str) -> Shape:
        """List schedules of an activity."""
        activity = resort().catalogue.get_activity(key, inactive_too=True)
        found = resort().revising.of_activity(activity.id)
        return {"items": [schedule_shape(one) for one in found]}

    @blp.refuses(404)
    @blp.arguments(ScheduleAsked)
    @blp.shows(200, FilledSchedule)
    @blp.shows(201, FilledSchedule)
    def post(self, asked: dict[str, Any], key: str) -> Any:
        """Make a schedule.

        With its departures: up to `until`, or, where that is null, up to the horizon, which
        moves on every night. Clock times hold across daylight saving: an hour that does not
        exist is left out and named, of a doubled one it is the first. 200 where nothing is
        new.
        """
        activity = resort().catalogue.get_activity(key, inactive_too=True)
        filled = resort().schedule.add_schedule(activity, _rhythm(asked), by=staff())
        return as_response(filled_shape(filled), 201 if filled.created else 200)


@blp.route("/schedules/<uuid:schedule_id>/", access=Access.STAFF)
class OneSchedule(MethodView):
    """One schedule."""

    @blp.refuses(404)
    @blp.arguments(ScheduleChangesAsked)
    @blp.shows(200, RevisedSchedule)
    def patch(self, asked: dict[str, Any], schedule_id: UUID) -> Shape:
        """Change a schedule.

        Its departures ahead follow, but for those in which a seat is taken: they stay as they
        were and are listed.
        """
        changes = _changes(asked)
        return revised_shape(resort().revising.change(schedule_id, changes, by=staff()))

    @blp.refuses(404)
    @blp.shows(200, RevisedSchedule)
    def delete(self, schedule_id: UUID) -> Shape:
        """End a schedule.

        Its departures ahead are taken away, but for those in which a seat is taken: they stay
        and are listed.
        """
        return revised_shape(resort().revising.end(schedule_id, by=staff()))


def _rhythm(asked: dict[str, Any]) -> Rhythm:
    return Rhythm(
        rrule=asked.get("rrule") or weekly(tuple(asked["weekdays"])),
        times=clock_times(asked.get("times")),
        first=asked.get("first") or resort().schedule.today(),
        until=asked.get("until"),
        capacity=asked.get("capacity"),
        except_dates=tuple(asked.get("without", ())),
    )


def _changes(asked: dict[str, Any]) -> ScheduleChanges:
    weekdays = asked.get("weekdays")
    return ScheduleChanges(
        rrule=weekly(tuple(weekdays)) if weekdays else asked.get("rrule"),
        times=clock_times(asked["times"]) if "times" in asked else None,
        until=asked.get("until"),
        sets_until="until" in asked,
        capacity=asked.get("capacity"),
        sets_capacity="capacity" in asked,
        except_dates=tuple(asked["without"]) if "without" in asked else None,
    )
