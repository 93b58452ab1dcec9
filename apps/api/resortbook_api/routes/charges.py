"""What the front office puts on rooms."""

from functools import partial
from typing import Any
from uuid import UUID

from flask import Response
from flask.views import MethodView

from resortbook.application.desk_shapes import charge_shape
from resortbook.application.references import as_uuid
from resortbook.application.shapes import Shape
from resortbook.domain.errors import NotFound
from resortbook.ports.charges import ListedCharge
from resortbook_api.auth import Access, staff
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.schemas.desk_booking import ChargePage, ChargeQuery, ChargeSchema
from resortbook_api.spreadsheets import csv_file

blp = Blueprint("charges", "What the front office puts on rooms", "/api/v1/staff/charges")

COLUMNS = (
    "id",
    "booking_id",
    "reference",
    "room",
    "lead_name",
    "activity",
    "amount",
    "currency",
    "kind",
    "state",
    "date",
)


@blp.route("/", access=Access.STAFF)
class Charges(MethodView):
    """Charges of all bookings."""

    @blp.arguments(ChargeQuery, location="query")
    @blp.also_serves("text/csv")
    @blp.shows(200, ChargePage)
    def get(self, query: dict[str, Any]) -> Shape | Response:
        """List charges.

        Newest first. Those of a booking add up to what is owed on its room; what was posted
        and is owed no longer is given back by an amount below nothing.
        """
        listed = partial(
            resort().charges.list_charges,
            day=query.get("date"),
            states=tuple(query.get("state", ())),
        )
        if query.get("format") == "csv":
            shapes = [_shown(one) for one in listed().items]
            rows = [[shape[column] for column in COLUMNS] for shape in shapes]
            return csv_file("charges", COLUMNS, rows)
        found = listed(page=query["page"])
        items = [_shown(one) for one in found.items]
        return {"items": items, "next_cursor": found.next_cursor}


@blp.route("/<segment:key>/posted/", access=Access.STAFF)
class Posting(MethodView):
    """From open to posted."""

    @blp.refuses(404, 409)
    @blp.shows(200, ChargeSchema)
    def post(self, key: str) -> Shape:
        """Mark a charge as posted.

        It is on the room's bill from now on.
        """
        return _shown(resort().charges.post(_id(key), by=staff()))


@blp.route("/<segment:key>/waive/", access=Access.STAFF)
class Waiver(MethodView):
    """From open to waived."""

    @blp.refuses(404, 409)
    @blp.shows(200, ChargeSchema)
    def post(self, key: str) -> Shape:
        """Waive a charge.

        Nobody pays it; one that is posted can't be waived any more.
        """
        return _shown(resort().charges.waive(_id(key), by=staff()))


def _id(key: str) -> UUID:
    found = as_uuid(key)
    if found is None:
        raise NotFound("There is no such charge")
    return found


def _shown(listed: ListedCharge) -> Shape:
    return charge_shape(listed, day=resort().charges.day_of(listed))
