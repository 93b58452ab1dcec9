"""The chat: takes a guest's waiting messages through engine and dialogue to one reply."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from resortbook.application.chat.catalogue_names import CatalogueNames
from resortbook.application.chat.commands import BackToBot, Desk
from resortbook.application.chat.composing import Composing, Reply
from resortbook.application.chat.dialogue import Dialogue
from resortbook.application.chat.engine import Engine, Heard, Situation
from resortbook.application.chat.exchange import Exchange
from resortbook.application.chat.facts import FactBook
from resortbook.application.chat.means import Means, is_hold
from resortbook.application.chat.state import TOLD_KEPT, Ask, State, ToldOf
from resortbook.application.chat.stored import as_json, from_json
from resortbook.application.phrases.desk import last_resort
from resortbook.domain.conversation import Conversation
from resortbook.domain.errors import Unavailable
from resortbook.domain.guest import Guest
from resortbook.domain.messages import InboundMessage
from resortbook.ports.world import Clock

KINDS = ("audio", "image", "video")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatService:
    """Answers guests. What it does is done by the services under it, each in a unit of work of
    its own; what it remembers is saved by the caller together with the reply.
    """

    clock: Clock
    engine: Engine
    dialogue: Dialogue
    means: Means
    names: CatalogueNames
    facts: FactBook
    composing: Composing
    resort_name: str
    desk_phone: str | None
    web_app_url: str

    def open(self, guest: Guest, conversation: Conversation, first: InboundMessage) -> Exchange:
        """Begin a turn where the conversation stands."""
        now = self.clock.now()
        return Exchange(
            guest=guest,
            now=now,
            zone=self.means.policy.zone,
            state=_state_of(conversation, guest=guest, now=now),
            message=first,
        )

    def hear(self, x: Exchange, message: InboundMessage, *, is_with_desk: bool) -> None:
        """Work on one message; while the desk answers, only the way back is heard.

        Raises:
            Unavailable: the state cannot be reached; the turn is to be taken again.
        """
        x.hear(message)
        try:
            self._mind_reply(x, message)
            heard = heard_in(message)
            commands = self.engine.understand(
                heard, self._situation(x, is_with_desk=is_with_desk)
            )
            if is_with_desk:
                commands = [one for one in commands if isinstance(one, BackToBot | Desk)]
                commands = [
                    one for one in commands if not (isinstance(one, Desk) and not one.is_hurt)
                ]
            self.dialogue.run(x, commands)
        except Unavailable:
            raise
        except Exception:
            # A guest must never be left without any answer.
            log.exception("chat.failed message=%s", message.id)
            x.question = None
            x.tell(self.last_resort())

    def last_resort(self) -> str:
        """Return what is said where nothing else can be: how to reach a person."""
        return last_resort(
            resort_name=self.resort_name,
            desk_phone=self.desk_phone,
            web_app_url=self.web_app_url,
        )

    def reply(self, x: Exchange) -> Reply | None:
        """Return what is to be said at the end of the turn."""
        return self.composing.reply(x)

    def state_after(
        self, x: Exchange, reply: Reply | None, message_id: UUID | None
    ) -> Mapping[str, Any]:
        """Return what the conversation keeps of the turn, as JSON."""
        x.change(heard_at=x.now)
        if reply is not None:
            x.change(last_said=reply.body if not x.link else "")
        asked = x.question
        if message_id and asked is not None and asked.ask is Ask.CONFIRM:
            told = ToldOf(message=str(message_id), bookings=asked.bookings)
            x.change(told=(*x.state.told, told)[-TOLD_KEPT:])
        kept: dict[str, Any] = as_json(x.state)
        return kept

    def _situation(self, x: Exchange, *, is_with_desk: bool) -> Situation:
        shown = self.dialogue.answering.shown_times(x)
        ahead = self.means.ahead(x)
        holds = self.means.open_holds(x)
        return Situation(
            guest_id=x.guest.id,
            local=x.now.astimezone(x.zone),
            state=x.state,
            catalogue=self.names.current(),
            codes=self.names.codes(),
            shown=tuple(start.astimezone(x.zone).time() for start in shown),
            held=tuple(one.activity.id for one in holds),
            on_hold=tuple(one.activity.id for one in ahead if is_hold(one, x)),
            booked=tuple(one.activity.id for one in ahead),
            is_with_desk=is_with_desk,
            certainty=self.facts.certainty,
        )

    def _mind_reply(self, x: Exchange, message: InboundMessage) -> None:
        """Take a reply to an earlier message as one about the holds of that message."""
        key = str(message.form.get("reply_to") or "")
        found = self.means.reads.outgoing.replied_to(key, x.guest.id) if key else None
        if found is None:
            return
        message_id, subject_id = found
        told = {one.message: one.bookings for one in x.state.told}
        self.dialogue.holding.turn_to(x, told.get(str(message_id), (subject_id,)))


def heard_in(message: InboundMessage) -> Heard:
    """Return a kept message as an engine takes it."""
    form = message.form
    return Heard(
        text=message.body,
        button=str(form.get("button") or ""),
        button_text=str(form.get("button_text") or ""),
        kinds=_kinds(form),
    )


def _kinds(form: Mapping[str, Any]) -> tuple[str, ...]:
    kinds = [str(one.get("content_type", "")) for one in form.get("media") or ()]
    found = [next((k for k in KINDS if told.startswith(k)), "file") for told in kinds]
    return (*found, *(("location",) if form.get("location") else ()))


def _state_of(conversation: Conversation, *, guest: Guest, now: Any) -> State:
    try:
        state = from_json(State, conversation.state)
    except (ValueError, TypeError, KeyError):
        # An older release wrote it in another shape: the talk begins anew, bookings stay.
        log.warning("chat.state_unreadable guest=%s", guest.id)
        return State()
    return State() if state.is_of_another_stay(now) else state
