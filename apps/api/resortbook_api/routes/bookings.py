"""The signed-in guest's own bookings."""

from typing import Any
from urllib.parse import urlsplit

from flask import Response
from flask.views import MethodView

from resortbook.application.amending import BookingChanges
from resortbook.application.calendar_file import calendar_file
from resortbook.application.hold import BookingRequest
from resortbook.application.shapes import Shape, booking_shape
from resortbook_api.auth import Access, guest, signed_in
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort, settings
from resortbook_api.once import answer_once
from resortbook_api.schemas.booking import (
    BookingAsked,
    BookingListQuery,
    BookingPage,
    BookingQuery,
    BookingSchema,
    CancellationAsked,
    ChangesAsked,
    MoveAsked,
    OnceHeader,
)
from resortbook_api.schemas.conversation import AskedSchema, DeskAsked
from resortbook_api.schemas.desk_booking import PassSchema

blp = Blueprint("bookings", "The signed-in guest's own bookings", "/api/v1/bookings")

ONCE = ("Idempotency-Replayed",)


@blp.route("/", access=Access.SIGNED_IN)
class Bookings(MethodView):
    """All of the guest's bookings."""

    @blp.arguments(BookingListQuery, location="query")
    @blp.shows(200, BookingPage)
    def get(self, query: dict[str, Any]) -> Shape:
        """List my bookings.

        Newest first.
        """
        now = resort().clock.now()
        found = resort().bookings.get_user_bookings(
            signed_in().person.id,
            statuses=tuple(query.get("status", ())),
            upcoming={"upcoming": True, "past": False}.get(query.get("when", "")),
            page=query["page"],
        )
        items = [booking_shape(one, now=now) for one in found.items]
        return {"items": items, "next_cursor": found.next_cursor}

    @blp.refuses(404, 409, 422)
    @blp.arguments(OnceHeader, location="headers")
    @blp.arguments(BookingAsked)
    @blp.shows(201, BookingSchema, headers=("Location", *ONCE))
    def post(self, headers: dict[str, Any], asked: dict[str, Any]) -> Response:
        """Hold seats.

        The seats are the guest's until `expires_at`; without confirmation they are free again.
        The party is `participants` of the first rate (1 where nothing is said), or people by
        rate in `party`.
        """
        request = BookingRequest(**asked)
        return answer_once(
            headers,
            lambda once: resort().bookings.create_booking(request, by=guest(), once=once),
            status=201,
        )


@blp.route("/<segment:key>/", access=Access.SIGNED_IN)
class OneBooking(MethodView):
    """One booking, by its id or reference."""

    @blp.refuses(404)
    @blp.arguments(BookingQuery, location="query")
    @blp.shows(200, BookingSchema, sparse=True)
    def get(self, query: dict[str, Any], key: str) -> Shape:
        """Get a booking."""
        found = resort().bookings.get_booking(key, by=guest())
        return booking_shape(found, now=resort().clock.now())

    @blp.refuses(404, 409, 422)
    @blp.arguments(OnceHeader, location="headers")
    @blp.arguments(ChangesAsked)
    @blp.shows(200, BookingSchema, headers=ONCE)
    def patch(self, headers: dict[str, Any], asked: dict[str, Any], key: str) -> Response:
        """Change a booking.

        All of it, or nothing. A confirmed one may grow until the cut-off and shrink until
        `cancel_by`.
        """
        changes = BookingChanges(**asked)
        bookings = resort().bookings
        return answer_once(
            headers,
            lambda once: bookings.amend_booking(
                bookings.find_id(key), changes, by=guest(), once=once
            ),
        )


@blp.route("/<segment:key>/confirm/", access=Access.SIGNED_IN)
class Confirmation(MethodView):
    """From a hold to a sold booking."""

    @blp.refuses(404, 409, 422)
    @blp.arguments(OnceHeader, location="headers")
    @blp.shows(200, BookingSchema, headers=ONCE)
    def post(self, headers: dict[str, Any], key: str) -> Response:
        """Confirm a booking."""
        bookings = resort().bookings
        return answer_once(
            headers,
            lambda once: bookings.confirm_booking(bookings.find_id(key), by=guest(), once=once),
        )


@blp.route("/<segment:key>/cancel/", access=Access.SIGNED_IN)
class Cancellation(MethodView):
    """The end of a booking by its guest."""

    @blp.refuses(404, 409, 422)
    @blp.arguments(OnceHeader, location="headers")
    @blp.arguments(CancellationAsked)
    @blp.shows(200, BookingSchema, headers=ONCE)
    def post(self, headers: dict[str, Any], asked: dict[str, Any], key: str) -> Response:
        """Cancel a booking.

        A hold at any time, a confirmed one up to and including `cancel_by`.
        """
        bookings = resort().bookings
        return answer_once(
            headers,
            lambda once: bookings.cancel_booking(
                bookings.find_id(key), by=guest(), once=once, **asked
            ),
        )


@blp.route("/<segment:key>/reschedule/", access=Access.SIGNED_IN)
class Move(MethodView):
    """From one departure to another."""

    @blp.refuses(404, 409, 422)
    @blp.arguments(OnceHeader, location="headers")
    @blp.arguments(MoveAsked)
    @blp.shows(200, BookingSchema, headers=ONCE)
    def post(self, headers: dict[str, Any], asked: dict[str, Any], key: str) -> Response:
        """Reschedule a booking.

        To another departure of the same activity; the old seats are let go only when the new
        ones are had.
        """
        bookings = resort().bookings
        return answer_once(
            headers,
            lambda once: bookings.reschedule_booking(
                bookings.find_id(key), by=guest(), once=once, **asked
            ),
        )


@blp.route("/<segment:key>/ask-desk/", access=Access.SIGNED_IN)
class DeskQuestion(MethodView):
    """A question about a booking."""

    @blp.refuses(404)
    @blp.arguments(DeskAsked)
    @blp.shows(202, AskedSchema)
    def post(self, asked: dict[str, Any], key: str) -> Shape:
        """Ask the desk about a booking.

        Somebody will answer by WhatsApp.
        """
        found = resort().bookings.get_booking(key, by=guest())
        talk = resort().handover.ask(found, asked["message"], by=guest())
        return {
            "id": str(talk.conversation.guest_id),
            "booking_id": str(found.booking.id),
            "reference": found.booking.reference,
            "status": talk.conversation.status.value,
        }


@blp.route("/<segment:key>/pass/", access=Access.SIGNED_IN)
class Pass(MethodView):
    """What a guest shows at the pier."""

    @blp.refuses(404)
    @blp.shows(200, PassSchema)
    def get(self, key: str) -> Shape:
        """Get a booking's pass.

        The code for its QR picture, by which staff check the party in.
        """
        return {"code": resort().desk_bookings.pass_of(key, by=guest())}


@blp.route("/<segment:key>/calendar.ics", access=Access.SIGNED_IN)
class CalendarFile(MethodView):
    """A booking for a calendar."""

    @blp.refuses(404)
    @blp.serves("text/calendar")
    def get(self, key: str) -> Response:
        """Get a booking's calendar file."""
        file = calendar_file(
            resort().bookings.get_booking(key, by=guest()),
            resort_name=resort().facts.name,
            host=urlsplit(settings().public_url).hostname or "localhost",
            now=resort().clock.now(),
        )
        return Response(file, content_type="text/calendar; charset=utf-8")
