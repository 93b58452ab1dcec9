"""What the desk does and sees."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask import Response
from flask.views import MethodView

from resortbook.application.desk import BookingSearch, DeskBooking, DeskGuest, DeskRequest
from resortbook.application.schedule_shapes import staff_slot_shape
from resortbook.application.shapes import Shape, desk_booking_shape
from resortbook.domain.booking import BookingDetail
from resortbook.domain.guest import Guest
from resortbook.ports.idempotency import Once
from resortbook_api.answers import as_response
from resortbook_api.auth import Access, staff
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.once import Show, answer_once, rendering
from resortbook_api.schemas.booking import OnceHeader
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
            guest_id=query.get("guest"),
            statuses=tuple(query.get("status", ())),
        )
        found = resort().desk.find_bookings(wanted, query["page"])
        items = [_shown_booking(one) for one in resort().verifying.verified(found.items)]
        return {"items": items, "next_cursor": found.next_cursor}

    @blp.refuses(404, 409, 422)
    @blp.arguments(OnceHeader, location="headers")
    @blp.arguments(DeskBookingAsked)
    @blp.shows(201, DeskBookingSchema, headers=("Location", "Idempotency-Replayed"))
    def post(self, headers: dict[str, Any], asked: dict[str, Any]) -> Response:
        """Book for a guest.

        Confirmed at once, or held until `hold_until`; possible until the departure's end. No
        phone is needed. Rules of the activity may be broken, its capacity may not.
        """
        request = DeskRequest(guest=DeskGuest(**asked.pop("guest")), **asked)

        def book(once: Once | None) -> BookingDetail:
            def once_for(guest: Guest) -> Once | None:
                # What is kept is written while the booking is: nothing may be read then.
                return once and replace(once, render=rendering(_shown_for(guest)))

            return resort().desk.book(request, by=staff(), once_for=once_for).detail

        return answer_once(headers, book, status=201, shape=_shown_with_guest)


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


def _shown_for(guest: Guest) -> Show:
    return lambda detail: _shown_booking(DeskBooking(detail=detail, guest=guest))


def _shown_with_guest(detail: BookingDetail) -> Shape:
    return _shown_for(resort().desk_bookings.guest_of(detail.booking))(detail)


def _activity_id(query: dict[str, Any]) -> UUID | None:
    key = query.get("activity")
    return resort().catalogue.get_activity(key, inactive_too=True).id if key else None


def _later(first: date) -> date:
    return min(first, date.max - DEFAULT_DAYS) + DEFAULT_DAYS
