"""Single departures, for the desk: made, changed, delayed, closed and opened again."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask.views import MethodView

from resortbook.application.closing import CalledOff
from resortbook.application.departures import SlotChanges
from resortbook.application.schedule_shapes import (
    called_off_shape,
    consequences_shape,
    staff_slot_shape,
)
from resortbook.application.shapes import Shape
from resortbook.application.stretch import Stretch, stretch_of
from resortbook.domain.slot import SlotReading
from resortbook_api.auth import Access, staff
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.schemas.schedule import (
    ChangedSlot,
    CloseAsked,
    ClosedStretch,
    CloseStretchAsked,
    DelayAsked,
    OneSlotQuery,
    SlotAsked,
    SlotChangesAsked,
    SlotList,
    StretchAsked,
)
from resortbook_api.schemas.staff import DeskSlotSchema
from resortbook_api.versions import IfMatchHeader, expected_version, tag_with

blp = Blueprint("departures", "Departures, for staff", "/api/v1/staff")


@blp.route("/activities/<segment:key>/slots/", access=Access.STAFF)
class ActivitySlots(MethodView):
    """Departures of one activity."""

    @blp.refuses(404, 409)
    @blp.arguments(SlotAsked)
    @blp.shows(201, DeskSlotSchema, headers=("ETag",))
    def post(self, asked: dict[str, Any], key: str) -> Shape:
        """Make a departure."""
        activity = resort().catalogue.get_activity(key, inactive_too=True)
        made = resort().departures.add(
            activity, asked["start_time"], capacity=asked.get("capacity"), by=staff()
        )
        return _tagged(made)


@blp.route("/slots/<uuid:slot_id>/", access=Access.STAFF)
class OneSlot(MethodView):
    """One departure."""

    @blp.refuses(404)
    @blp.arguments(OneSlotQuery, location="query")
    @blp.shows(200, DeskSlotSchema, sparse=True, headers=("ETag",))
    def get(self, query: dict[str, Any], slot_id: UUID) -> Shape:
        """Get a departure.

        Its `ETag` is of what the desk edits; seats come and go under the same one.
        """
        return _tagged(resort().departures.get(slot_id))

    @blp.refuses(404, 409, 412)
    @blp.arguments(IfMatchHeader, location="headers")
    @blp.arguments(SlotChangesAsked)
    @blp.shows(200, DeskSlotSchema, headers=("ETag",))
    def patch(self, headers: dict[str, Any], asked: dict[str, Any], slot_id: UUID) -> Shape:
        """Change a departure.

        Its capacity is never under what is sold. What is taken off sale keeps its bookings.
        """
        changed = resort().departures.change(
            slot_id,
            SlotChanges(**asked),
            by=staff(),
            expected=expected_version(headers),
        )
        return _tagged(changed)


@blp.route("/slots/<uuid:slot_id>/delay/", access=Access.STAFF)
class Delay(MethodView):
    """Letting a departure go later."""

    @blp.refuses(404, 409, 412)
    @blp.arguments(IfMatchHeader, location="headers")
    @blp.arguments(DelayAsked)
    @blp.shows(200, ChangedSlot, headers=("ETag",))
    def post(self, headers: dict[str, Any], asked: dict[str, Any], slot_id: UUID) -> Shape:
        """Delay a departure.

        Every guest is told once, and reminders are planned anew. Nobody has to cancel any
        earlier for it.
        """
        delaying = resort().delaying
        if asked["dry_run"]:
            shown = delaying.preview(slot_id, asked["minutes"])
        else:
            shown = delaying.delay(
                slot_id,
                asked["minutes"],
                by=staff(),
                reason=asked["reason"],
                expected=expected_version(headers),
            )
        reading = replace(resort().departures.get(slot_id), slot=shown.slots[0])
        return _changed(reading, shown, dry_run=asked["dry_run"])


@blp.route("/slots/<uuid:slot_id>/close/", access=Access.STAFF)
class Closing(MethodView):
    """Calling a departure off."""

    @blp.refuses(404, 412)
    @blp.arguments(IfMatchHeader, location="headers")
    @blp.arguments(CloseAsked)
    @blp.shows(200, ChangedSlot, headers=("ETag",))
    def post(self, headers: dict[str, Any], asked: dict[str, Any], slot_id: UUID) -> Shape:
        """Close a departure.

        Nobody books it any more; its bookings are cancelled, and each guest gets one message
        with other times.
        """
        closing = resort().closing
        if asked["dry_run"]:
            shown = closing.preview_slot(slot_id)
        else:
            shown = closing.close_slot(
                slot_id,
                reason=asked["reason"],
                by=staff(),
                expected=expected_version(headers),
            )
        return _changed(resort().departures.get(slot_id), shown, dry_run=asked["dry_run"])


@blp.route("/slots/close/", access=Access.STAFF)
class ClosingStretch(MethodView):
    """Calling off a day, or an activity, or both."""

    @blp.refuses(404)
    @blp.arguments(CloseStretchAsked)
    @blp.shows(200, ClosedStretch)
    def post(self, asked: dict[str, Any]) -> Shape:
        """Close a stretch of time.

        Of all activities or some: everything in it that has not started. Each guest gets one
        message, however many bookings. Schedules make nothing in it until it is opened again.
        """
        stretch = _stretch(asked)
        if asked["dry_run"]:
            shown = resort().closing.preview_stretch(stretch)
        else:
            shown = resort().closing.close_stretch(stretch, reason=asked["reason"], by=staff())
        currency = resort().facts.currency
        return called_off_shape(shown, dry_run=asked["dry_run"], currency=currency)


@blp.route("/slots/reopen/", access=Access.STAFF)
class Reopening(MethodView):
    """Opening again what was closed."""

    @blp.refuses(404, 409)
    @blp.arguments(StretchAsked)
    @blp.shows(200, SlotList)
    def post(self, asked: dict[str, Any]) -> Shape:
        """Open a stretch of time again.

        What is closed in it and ahead goes back on sale. Cancelled bookings stay cancelled.
        """
        opened = resort().departures.reopen(_stretch(asked), by=staff())
        return {"items": [staff_slot_shape(SlotReading(slot=slot)) for slot in opened]}


def _changed(reading: SlotReading, shown: CalledOff, *, dry_run: bool) -> Shape:
    currency = resort().facts.currency
    return {**_tagged(reading), **consequences_shape(shown, dry_run=dry_run, currency=currency)}


def _tagged(reading: SlotReading) -> Shape:
    tag_with(reading.slot.version)
    return staff_slot_shape(reading)


def _stretch(asked: dict[str, Any]) -> Stretch:
    named = asked.get("activity_ids")
    return stretch_of(
        asked["first"],
        asked["last"],
        zone=resort().facts.zone,
        activity_ids=tuple(named) if named else None,
    )
