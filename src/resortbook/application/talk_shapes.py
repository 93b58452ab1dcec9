"""The shapes in which messages and conversations are shown to programs."""

from resortbook.application.handover import Talk
from resortbook.application.shapes import Shape, moment
from resortbook.domain.events import EventKind
from resortbook.domain.facts import Fact
from resortbook.domain.guest import masked
from resortbook.domain.messages import Direction, Option, TranscriptLine
from resortbook.domain.window import WINDOW


def message_shape(line: TranscriptLine) -> Shape:
    """Show a message as the guest's phone does; `template` only where it went out as one."""
    template = {"template": line.template} if line.template else {}
    return {
        "id": str(line.id),
        "direction": line.direction.value,
        "body": line.body,
        "buttons": [{"id": one.id, "title": one.title} for one in line.buttons],
        "list": [_row_shape(row) for row in line.rows],
        **template,
        "created_at": moment(line.created_at),
    }


def desk_message_shape(line: TranscriptLine) -> Shape:
    """Show a message to staff: `author` tells who wrote it."""
    return {**message_shape(line), "author": _author(line)}


def conversation_shape(talk: Talk) -> Shape:
    """Show a conversation to staff; `window_ends_at` is until when free text may be sent."""
    conversation, guest = talk.conversation, talk.guest
    heard = [a.last_inbound_at for a in guest.addresses if a.last_inbound_at is not None]
    spoken, waits = conversation.last_message_at, conversation.waiting_since
    return {
        "id": str(conversation.guest_id),
        "phone": masked(guest.phone) if guest.phone else None,
        "name": guest.name,
        "status": conversation.status.value,
        "summary": conversation.summary,
        "last_message_at": moment(spoken) if spoken else None,
        "window_ends_at": moment(max(heard) + WINDOW) if heard else None,
        "waiting_since": moment(waits) if waits else None,
    }


def whole_conversation_shape(talk: Talk) -> Shape:
    """Show a conversation to staff with what was said, oldest first."""
    taken_by = talk.conversation.taken_by
    return {
        **conversation_shape(talk),
        "taken_by": str(taken_by) if taken_by else None,
        "messages": [desk_message_shape(line) for line in talk.lines],
    }


def fact_shape(fact: Fact) -> Shape:
    """Show a fact; importing that again changes nothing."""
    return {
        "id": str(fact.id),
        "topic": fact.topic,
        "examples": list(fact.examples),
        "answer": fact.answer,
    }


def _author(line: TranscriptLine) -> str:
    if line.direction is Direction.IN:
        return "guest"
    return "desk" if line.kind == EventKind.DESK_MESSAGE.value else "bot"


def _row_shape(row: Option) -> Shape:
    return {"id": row.id, "title": row.title, "description": row.description}
