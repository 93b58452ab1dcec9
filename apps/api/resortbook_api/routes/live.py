"""What happens to bookings, as it happens."""

from flask import Response
from flask.views import MethodView

from resortbook.domain.errors import ResortError
from resortbook_api.auth import Access, signed_in
from resortbook_api.blueprint import Blueprint
from resortbook_api.broadcast import stream
from resortbook_api.current import house

blp = Blueprint("live", "What happens to bookings, as it happens", "/api/v1/live")


@blp.route("/", access=Access.SIGNED_IN)
class Live(MethodView):
    """A stream of changes."""

    @blp.serves("text/event-stream")
    def get(self) -> Response:
        """Listen to changes.

        Server-sent events: `event: booking`, `data: {"id", "status"}`, of one's own bookings,
        for staff of all. A comment every 15 seconds. The stream may end at any time; with too
        many open it is refused with 503, and pages ask again by themselves.
        """
        return _stream()


def _stream() -> Response:
    # Whatever a generator needs of the request is taken before the request is over.
    resort, broadcast, session = house().resort, house().broadcast, signed_in()
    everything = session.person.role.is_staff
    listener = broadcast.join(None if everything else session.person.id)

    def is_welcome() -> bool:
        try:
            return resort.sessions.is_live(session.token)
        except ResortError:
            return False

    response = Response(stream(listener, is_welcome=is_welcome), mimetype="text/event-stream")
    response.call_on_close(lambda: broadcast.leave(listener))
    response.headers["X-Accel-Buffering"] = "no"
    return response
