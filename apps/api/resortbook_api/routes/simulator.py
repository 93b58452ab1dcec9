"""The simulated WhatsApp: what guests say there, what they are told, and its clock."""

from typing import Any

from flask.views import MethodView

from resortbook.application.phones import as_whatsapp_address
from resortbook.application.reception import Heard
from resortbook.application.shapes import Shape, moment
from resortbook.application.talk_shapes import message_shape
from resortbook.domain.clock_offset import clock_offset_text, parse_clock_offset
from resortbook.domain.errors import InvalidInput
from resortbook_api.auth import Access
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.schemas.simulator import (
    ClockMoved,
    ClockSchema,
    MessageSaid,
    MessageTaken,
    SimulatedMessages,
    SimulatorQuery,
)

blp = Blueprint("simulator", "WhatsApp, simulated", "/simulator")

BESIDE_THE_BODY = ("button", "reply_to", "media", "location")


@blp.route("/messages", access=Access.PUBLIC)
class Messages(MethodView):
    """The messages of one phone."""

    @blp.arguments(SimulatorQuery, location="query")
    @blp.shows(200, SimulatedMessages)
    def get(self, query: dict[str, Any]) -> Shape:
        """List simulated messages.

        Everything that was said to and by a phone, sign-in codes included, oldest first; `busy`
        while an answer is on its way. Only where no messages really go out.
        """
        # A plus sign in an address of the web is a blank, unless it is written as %2B.
        _, address = as_whatsapp_address(_with_plus(query["phone"]), field="phone")
        return {
            "items": [message_shape(line) for line in resort().transcript(address)],
            "busy": resort().is_busy(address),
        }

    @blp.arguments(MessageSaid)
    @blp.shows(202, MessageTaken)
    def post(self, said: dict[str, Any]) -> Shape:
        """Write to the resort.

        As a guest does on WhatsApp. The same `message_sid` twice is one message. The answer
        comes in a while, among the simulated messages.
        """
        return {"id": resort().reception.receive(_heard(said))}


@blp.route("/clock", access=Access.PUBLIC)
class ResortClock(MethodView):
    """The clock by which the resort lives."""

    @blp.shows(200, ClockSchema)
    def get(self) -> Shape:
        """Get the resort's clock."""
        return _clock_shape()

    @blp.arguments(ClockMoved)
    @blp.shows(200, ClockSchema)
    def post(self, moved: dict[str, Any]) -> Shape:
        """Move the resort's clock.

        For everything: holds, limits, sessions, reminders, and the command line. What is due by
        then happens within two seconds.
        """
        try:
            offset = parse_clock_offset(moved["offset"])
        except ValueError as error:
            raise InvalidInput.on("offset", "This is further than the clock goes") from error
        resort().hands.move(offset)
        resort().waker.wake()
        return _clock_shape()


def _with_plus(typed: str) -> str:
    address = typed.removeprefix("whatsapp:").strip()
    return address if address[0].isalpha() else f"+{address.removeprefix('+')}"


def _heard(said: dict[str, Any]) -> Heard:
    channel, address = as_whatsapp_address(said["from_"], field="from")
    name = " ".join(said.get("name", "").split())
    told = {
        **{key: said.get(key) for key in BESIDE_THE_BODY},
        "button_text": said["body"] if "button" in said else "",
        "profile_name": name,
    }
    return Heard(
        provider_sid=said.get("message_sid") or f"SIM{resort().ids.new().hex}",
        channel=channel,
        address=address,
        body=said["body"],
        name=name,
        form={key: value for key, value in told.items() if value},
    )


def _clock_shape() -> Shape:
    return {
        "now": moment(resort().clock.now()),
        "offset": clock_offset_text(resort().hands.offset()),
    }
