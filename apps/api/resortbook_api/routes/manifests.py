"""Who is to come aboard: for the pier, on a screen or as a file."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import Response
from flask.views import MethodView

from resortbook.application.manifest_shapes import departure_shape, manifest_shape
from resortbook.application.shapes import Shape
from resortbook_api.auth import Access
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.schemas.manifest import (
    ArrivalsQuery,
    ArrivalsSchema,
    ManifestQuery,
    ManifestSchema,
)
from resortbook_api.spreadsheets import csv_file

blp = Blueprint("manifests", "Who is to come aboard", "/api/v1/staff")

BEFORE = ("reference", "room", "lead_name", "participants")
AFTER = ("special_requests", "phone", "status", "checked_in_at", "arrived")


@blp.route("/arrivals/", access=Access.STAFF)
class Arrivals(MethodView):
    """The departures of a day."""

    @blp.arguments(ArrivalsQuery, location="query")
    @blp.shows(200, ArrivalsSchema)
    def get(self, query: dict[str, Any]) -> Shape:
        """List a day's departures with how many come.

        All of them, those that are over or closed too.
        """
        day = query.get("date") or resort().schedule.today()
        items = [departure_shape(one) for one in resort().manifests.of_day(day)]
        return {"date": day.isoformat(), "items": items}


@blp.route("/slots/<uuid:slot_id>/manifest/", access=Access.STAFF)
class ManifestOfSlot(MethodView):
    """Who is to come aboard a departure."""

    @blp.refuses(404)
    @blp.arguments(ManifestQuery, location="query")
    @blp.also_serves("text/csv")
    @blp.shows(200, ManifestSchema)
    def get(self, query: dict[str, Any], slot_id: UUID) -> Shape | Response:
        """Get a departure's manifest.

        Sold and held bookings by lead name, with what the pier must know.
        """
        manifest = resort().manifests.of_slot(slot_id)
        shape = manifest_shape(manifest, now=resort().clock.now())
        if query["format"] == "json":
            return shape
        rates = shape["rates"]
        rows = [_row(entry, rates) for entry in shape["items"]]
        return csv_file("manifest", (*BEFORE, *rates, *AFTER), rows)


def _row(entry: Shape, rates: Sequence[str]) -> list[object]:
    people = [entry["party"].get(rate, 0) for rate in rates]
    before = [entry[name] for name in BEFORE]
    return [*before, *people, *(entry[name] for name in AFTER)]
