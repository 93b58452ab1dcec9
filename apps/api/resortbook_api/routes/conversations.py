"""What guests and the desk say to each other."""

from typing import Any
from uuid import UUID

from flask.views import MethodView

from resortbook.application.references import as_uuid
from resortbook.application.shapes import Shape
from resortbook.application.talk_shapes import (
    conversation_shape,
    desk_message_shape,
    whole_conversation_shape,
)
from resortbook.domain.errors import NotFound
from resortbook_api.auth import Access, staff
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort
from resortbook_api.schemas.conversation import (
    ConversationPage,
    ConversationQuery,
    DeskMessageSchema,
    ReplyAsked,
    WholeConversationSchema,
)

blp = Blueprint("conversations", "What guests and the desk say", "/api/v1/staff/conversations")


@blp.route("/", access=Access.STAFF)
class Conversations(MethodView):
    """Conversations of all guests."""

    @blp.arguments(ConversationQuery, location="query")
    @blp.shows(200, ConversationPage)
    def get(self, query: dict[str, Any]) -> Shape:
        """List conversations.

        The one in which somebody spoke last comes first.
        """
        found = resort().handover.list(tuple(query.get("status", ())), query["page"])
        items = [conversation_shape(talk) for talk in found.items]
        return {"items": items, "next_cursor": found.next_cursor}


@blp.route("/<segment:key>/", access=Access.STAFF)
class OneConversation(MethodView):
    """One guest's conversation."""

    @blp.refuses(404)
    @blp.shows(200, WholeConversationSchema)
    def get(self, key: str) -> Shape:
        """Get a conversation.

        With its latest messages, oldest first.
        """
        return whole_conversation_shape(resort().handover.get(_id(key)))


@blp.route("/<segment:key>/takeover/", access=Access.STAFF)
class Takeover(MethodView):
    """From the bot, or a colleague, to oneself."""

    @blp.refuses(404)
    @blp.shows(200, WholeConversationSchema)
    def post(self, key: str) -> Shape:
        """Take a conversation over.

        The bot keeps quiet from now on.
        """
        return whole_conversation_shape(resort().handover.take_over(_id(key), by=staff()))


@blp.route("/<segment:key>/reply/", access=Access.STAFF)
class Reply(MethodView):
    """Words of the desk."""

    @blp.refuses(404, 409)
    @blp.arguments(ReplyAsked)
    @blp.shows(201, DeskMessageSchema)
    def post(self, asked: dict[str, Any], key: str) -> Shape:
        """Reply to a guest.

        That takes the conversation over, unless a colleague has it. Over 24 hours after the
        guest's last message it goes out by template, or is refused where there is none.
        """
        line = resort().handover.reply(_id(key), asked["body"], by=staff())
        return desk_message_shape(line)


@blp.route("/<segment:key>/release/", access=Access.STAFF)
class Release(MethodView):
    """From the desk back to the bot."""

    @blp.refuses(404)
    @blp.shows(200, WholeConversationSchema)
    def post(self, key: str) -> Shape:
        """Release a conversation.

        The bot answers again.
        """
        return whole_conversation_shape(resort().handover.release(_id(key), by=staff()))


def _id(key: str) -> UUID:
    found = as_uuid(key)
    if found is None:
        raise NotFound("There is no such conversation")
    return found
