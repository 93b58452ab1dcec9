"""One booking, as the desk works on it."""

from dataclasses import replace
from typing import Any

from flask import Response
from flask.views import MethodView

from resortbook.application.amending import BookingChanges
from resortbook.application.desk_bookings import WholeBooking
from resortbook.application.desk_shapes import note_shape, whole_booking_shape
from resortbook.application.shapes import Shape, desk_booking_shape
from resortbook.domain.booking import BookingDetail
from resortbook_api.auth import Access, staff
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.once import Work, answer_once
from resortbook_api.schemas.booking import OnceHeader
from resortbook_api.schemas.desk_booking import (
    CheckInAsked,
    DeskCancellationAsked,
    DeskChangesAsked,
    DeskMoveAsked,
    NoteAsked,
    NoteSchema,
    PhoneSchema,
    WholeBookingQuery,
    WholeBookingSchema,
)
from resortbook_api.schemas.staff import DeskBookingSchema

blp = Blueprint("desk", "One booking at the desk", "/api/v1/staff/bookings")

ONCE = ("Idempotency-Replayed",)


@blp.route("/check-in/", access=Access.STAFF)
class CheckIn(MethodView):
    """Who has come."""

    @blp.refuses(404, 409)
    @blp.arguments(CheckInAsked)
    @blp.shows(200, DeskBookingSchema)
    def post(self, asked: dict[str, Any]) -> Shape:
        """Check a party in.

        By its reference or what its QR code says, on the day of the departure. The second time
        answers with the first.
        """
        found = resort().desk_bookings.check_in(**asked, by=staff())
        return _shown(found)


@blp.route("/<segment(other_than='check-in'):key>/", access=Access.STAFF)
class OneDeskBooking(MethodView):
    """One booking, by its id or reference."""

    @blp.refuses(404)
    @blp.arguments(WholeBookingQuery, location="query")
    @blp.shows(200, WholeBookingSchema, sparse=True)
    def get(self, query: dict[str, Any], key: str) -> Shape:
        """Get a booking at the desk.

        With what happened to it, the messages about it, notes and charges, oldest first.
        """
        return _whole(resort().desk_bookings.get(key, by=staff()))

    @blp.refuses(404, 409, 422)
    @blp.arguments(OnceHeader, location="headers")
    @blp.arguments(DeskChangesAsked)
    @blp.shows(200, DeskBookingSchema, headers=ONCE)
    def patch(self, headers: dict[str, Any], asked: dict[str, Any], key: str) -> Response:
        """Change a booking at the desk.

        All of it, or nothing. `completed` and `no_show` from the start on; they may be put
        right until the end of the next day.
        """
        changes = BookingChanges(**asked)
        booking_id = resort().desk_bookings.id_of(key)
        return _answer(
            headers,
            key,
            lambda once: resort().bookings.amend_booking(
                booking_id, changes, by=staff(), once=once
            ),
        )


@blp.route("/<segment:key>/confirm/", access=Access.STAFF)
class DeskConfirmation(MethodView):
    """From a hold to a sold booking."""

    @blp.refuses(404, 409, 422)
    @blp.arguments(OnceHeader, location="headers")
    @blp.shows(200, DeskBookingSchema, headers=ONCE)
    def post(self, headers: dict[str, Any], key: str) -> Response:
        """Confirm a booking for a guest."""
        booking_id = resort().desk_bookings.id_of(key)
        return _answer(
            headers,
            key,
            lambda once: resort().bookings.confirm_booking(booking_id, by=staff(), once=once),
        )


@blp.route("/<segment:key>/cancel/", access=Access.STAFF)
class DeskCancellation(MethodView):
    """The end of a booking by the desk."""

    @blp.refuses(404, 409, 422)
    @blp.arguments(OnceHeader, location="headers")
    @blp.arguments(DeskCancellationAsked)
    @blp.shows(200, DeskBookingSchema, headers=ONCE)
    def post(self, headers: dict[str, Any], asked: dict[str, Any], key: str) -> Response:
        """Cancel a booking for a guest.

        At any time before it is over, with or without a fee.
        """
        booking_id = resort().desk_bookings.id_of(key)
        return _answer(
            headers,
            key,
            lambda once: resort().bookings.cancel_booking(
                booking_id, by=staff(), once=once, **asked
            ),
        )


@blp.route("/<segment:key>/reschedule/", access=Access.STAFF)
class DeskMove(MethodView):
    """From one departure to another, by the desk."""

    @blp.refuses(404, 409, 422)
    @blp.arguments(OnceHeader, location="headers")
    @blp.arguments(DeskMoveAsked)
    @blp.shows(200, DeskBookingSchema, headers=ONCE)
    def post(self, headers: dict[str, Any], asked: dict[str, Any], key: str) -> Response:
        """Reschedule a booking for a guest.

        At any time before it is over, with or without a fee.
        """
        booking_id = resort().desk_bookings.id_of(key)
        return _answer(
            headers,
            key,
            lambda once: resort().bookings.reschedule_booking(
                booking_id, by=staff(), once=once, **asked
            ),
        )


@blp.route("/<segment:key>/check-in/", access=Access.STAFF)
class CheckInOfOne(MethodView):
    """A check-in that was a mistake."""

    @blp.refuses(404, 409)
    @blp.shows(204)
    def delete(self, key: str) -> None:
        """Take a check-in back."""
        resort().desk_bookings.undo_check_in(key, by=staff())


@blp.route("/<segment:key>/notes/", access=Access.STAFF)
class Notes(MethodView):
    """What staff should know."""

    @blp.refuses(404)
    @blp.arguments(NoteAsked)
    @blp.shows(201, NoteSchema)
    def post(self, asked: dict[str, Any], key: str) -> Shape:
        """Write a note on a booking.

        Guests never see it.
        """
        return note_shape(resort().desk_bookings.note(key, asked["body"], by=staff()))


@blp.route("/<segment:key>/phone/", access=Access.STAFF)
class Phone(MethodView):
    """A guest's number in full."""

    @blp.refuses(404)
    @blp.shows(200, PhoneSchema)
    def post(self, key: str) -> Shape:
        """Show a guest's phone.

        It is taken down who asked for it.
        """
        return {"phone": resort().desk_bookings.show_phone(key, by=staff())}


def _answer(headers: dict[str, Any], key: str, work: Work) -> Response:
    desk = resort().desk_bookings
    shown = desk.shown_for(desk.id_of(key))
    now = resort().clock.now()
    return answer_once(
        headers, work, shape=lambda detail: desk_booking_shape(shown(detail), now=now)
    )


def _shown(detail: BookingDetail) -> Shape:
    shown = resort().desk_bookings.shown_for(detail.booking.id)
    return desk_booking_shape(shown(detail), now=resort().clock.now())


def _whole(found: WholeBooking) -> Shape:
    [verified] = resort().verifying.verified([found.booking])
    charges = resort().charges
    days = {one.charge.id: charges.day_of(one) for one in found.charges}
    found = replace(found, booking=verified)
    return whole_booking_shape(found, now=resort().clock.now(), days=days)
