"""The simulated WhatsApp: what was said to and by a phone."""

from typing import Any

from flask.views import MethodView

from resortbook.application.shapes import Shape, moment
from resortbook.domain.messages import Option, TranscriptLine
from resortbook_api.auth import Access
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.schemas.operations import SimulatedMessages, SimulatorQuery

blp = Blueprint("simulator", "WhatsApp, simulated", "/simulator")


@blp.route("/messages", access=Access.PUBLIC)
class Messages(MethodView):
    """The messages of one phone."""

    @blp.arguments(SimulatorQuery, location="query")
    @blp.shows(200, SimulatedMessages)
    def get(self, query: dict[str, Any]) -> Shape:
        """List simulated messages.

        Everything that was said to and by a phone, sign-in codes included, oldest first. Only
        where no messages really go out.
        """
        address = _address(query["phone"])
        return {
            "items": [_line_shape(line) for line in resort().transcript(address)],
            "busy": resort().is_busy(address),
        }


def _address(typed: str) -> str:
    if typed[0].isalpha():
        return typed
    # A plus sign in an address of the web is a blank, unless it is written as %2B.
    return "+" + "".join(letter for letter in typed if letter.isdigit())


def _line_shape(line: TranscriptLine) -> Shape:
    template = {"template": line.template} if line.template else {}
    return {
        "id": line.id,
        "direction": line.direction.value,
        "body": line.body,
        "buttons": [{"id": one.id, "title": one.title} for one in line.buttons],
        "list": [_row_shape(row) for row in line.rows],
        **template,
        "created_at": moment(line.created_at),
    }


def _row_shape(row: Option) -> Shape:
    return {"id": row.id, "title": row.title, "description": row.description}
