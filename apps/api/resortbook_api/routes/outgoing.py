"""Messages to guests: which failed or wait, and trying them anew."""

from typing import Any

from flask.views import MethodView

from resortbook.application.outgoing import UNKNOWN
from resortbook.application.references import as_uuid
from resortbook.application.shapes import Shape, outgoing_shape
from resortbook.domain.errors import NotFound
from resortbook_api.auth import Access, staff
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.schemas.outgoing import OutgoingPage, OutgoingQuery, OutgoingSchema

blp = Blueprint("messages", "Messages to guests, for staff", "/api/v1/staff/messages")


@blp.route("/", access=Access.STAFF)
class OutgoingMessages(MethodView):
    """Messages to all guests."""

    @blp.arguments(OutgoingQuery, location="query")
    @blp.shows(200, OutgoingPage)
    def get(self, query: dict[str, Any]) -> Shape:
        """List messages to guests.

        Newest first; without their words. One waits until its template is set up; one is
        dropped that was not true any more when its turn came.
        """
        found = resort().messages.list_messages(query.get("status", ()), query["page"])
        items = [outgoing_shape(one) for one in found.items]
        return {"items": items, "next_cursor": found.next_cursor}


@blp.route("/<segment:key>/retry/", access=Access.STAFF)
class Retrial(MethodView):
    """Another go for a message."""

    @blp.refuses(404)
    @blp.shows(200, OutgoingSchema)
    def post(self, key: str) -> Shape:
        """Try a message again.

        One that failed, or waits for its template, goes out now, with all tries before it. Any
        other one stays as it is.
        """
        message_id = as_uuid(key)
        if message_id is None:
            raise NotFound(UNKNOWN)
        return outgoing_shape(resort().messages.retry(message_id, by=staff()))
