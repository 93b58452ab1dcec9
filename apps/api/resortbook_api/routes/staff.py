"""What the desk does and sees."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask import Response
from flask.views import MethodView

from resortbook.application.desk import BookingSearch, DeskBooking, DeskGuest, DeskRequest
from resortbook.application.schedule_shapes import staff_slot_shape
from resortbook.application.shapes import Shape, desk_booking_shape
from resortbook_api.answers import as_response
from resortbook_api.auth import Access, staff
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.schemas.staff import (
    DeskBookingAsked,
    DeskBookingPage,
    DeskBookingQuery,
    DeskBookingSchema,
    DeskSlotPage,
    DeskSlotQuery,
)

blp = Blueprint("staff", "For the resort's staff", "/api/v1/staff")

DEFAULT_DAYS = timedelta(days=6)


@blp.route("/bookings/", access=Access.STAFF)
class DeskBookings(MethodView):
    """Bookings of all guests."""

    @blp.refuses(404)
    @blp.arguments(DeskBookingQuery, location="query")
    @blp.shows(200, DeskBookingPage)
    def get(self, query: dict[str, Any]) -> Shape:
        """List all bookings.

        Newest first.
        """
        wanted = BookingSearch(
            text=query.get("q", ""),
            day=query.get("date"),
            activity_id=_activity_id(query),
            statuses=tuple(query.get("status", ())),
        )
        found = resort().desk.find_bookings(wanted, query["page"])
        items = [_shown_booking(one) for one in resort().verifying.verified(found.items)]
        return {"items": items, "next_cursor": found.next_cursor}

    @blp.refuses(404, 409)
    @blp.arguments(DeskBookingAsked)
    @blp.shows(201, DeskBookingSchema)
    def post(self, asked: dict[str, Any]) -> Shape:
        """Book for a guest.

        Confirmed at once, or held until `hold_until`; possible until the departure's end. No
        phone is needed. Rules of the activity may be broken, its capacity may not.
        """
        who = DeskGuest(**asked.pop("guest"))
        return _shown_booking(resort().desk.book(DeskRequest(guest=who, **asked), by=staff()))


@blp.route("/slots/", access=Access.STAFF)
class DeskSlots(MethodView):
    """Departures of all activities."""

    @blp.refuses(404)
    @blp.arguments(DeskSlotQuery, location="query")
    @blp.shows(200, DeskSlotPage, headers=("ETag",))
    def get(self, query: dict[str, Any]) -> Response:
        """List departures.

        Of the resort's days `from` to `to`, both included, those that have started too.
        """
        first = query.get("first") or resort().schedule.today()
        found = resort().schedule.list_slots(
            first=first,
            last=query.get("last") or _later(first),
            activity_id=_activity_id(query),
            page=query["page"],
        )
        items = [staff_slot_shape(reading) for reading in found.items]
        answer = as_response({"items": items, "next_cursor": found.next_cursor}, 200)
        answer.add_etag()
        return answer


def _shown_booking(found: DeskBooking) -> Shape:
    return desk_booking_shape(found, now=resort().clock.now())


def _activity_id(query: dict[str, Any]) -> UUID | None:
    key = query.get("activity")
    return resort().catalogue.get_activity(key, inactive_too=True).id if key else None


def _later(first: date) -> date:
    return min(first, date.max - DEFAULT_DAYS) + DEFAULT_DAYS
