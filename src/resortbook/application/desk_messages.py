"""What the desk writes to a guest: kept with its event, and sent in the background."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from resortbook.application.people import as_whatsapp_knows
from resortbook.application.phrases.desk_talk import desk_message
from resortbook.application.templates import one_line, rendered
from resortbook.application.trace import current_request
from resortbook.domain.actor import Door
from resortbook.domain.errors import Conflicting, InvalidInput
from resortbook.domain.events import Event, EventKind
from resortbook.domain.guest import ChannelAddress, Guest
from resortbook.domain.messages import Direction, OutboundMessage, TranscriptLine
from resortbook.domain.window import is_open
from resortbook.ports.storage import UnitOfWork
from resortbook.ports.world import Ids

LONGEST = 1_600
# A template may have 1,024 characters with everything that is put into it.
LONGEST_IN_TEMPLATE = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskMessages:
    """Writes to guests where it may: free text within 24 hours of their last message, then by
    template. `has_template` says whether one of that name can be sent.
    """

    ids: Ids
    has_template: Callable[[str], bool]

    def send(
        self, work: UnitOfWork, guest: Guest, body: str, *, now: datetime
    ) -> TranscriptLine:
        """Keep a message and promise to send it, within the caller's unit of work.

        Raises:
            InvalidInput: on `body`: nothing is said in it, or it is too long.
            Conflicting: it cannot reach the guest.
        """
        said = body.strip("\t\n\r ")
        if not said:
            raise InvalidInput.on("body", "Nothing is said in it")
        if len(said) > LONGEST:
            raise InvalidInput.on("body", f"At most {LONGEST:,} characters")
        message = self._message(guest, said, now=now)
        work.messages.add_outbound(message)
        work.outbox.add(_event(message))
        return TranscriptLine(
            id=message.id,
            direction=Direction.OUT,
            kind=message.kind,
            body=message.body,
            template=message.template,
            created_at=now,
        )

    def _message(self, guest: Guest, said: str, *, now: datetime) -> OutboundMessage:
        address = _address(guest)
        text = desk_message(said)
        is_free = is_open(address.last_inbound_at, now=now)
        if not is_free:
            self._check_template(text.name, said)
        return OutboundMessage(
            id=self.ids.new(),
            event_id=self.ids.new(),
            guest_id=guest.id,
            channel=address.channel.value,
            address=address.value,
            kind=EventKind.DESK_MESSAGE.value,
            body=said if is_free else rendered(text.name, text.variables),
            template=None if is_free else text.name,
            variables={} if is_free else {"1": one_line(said)},
            created_at=now,
        )

    def _check_template(self, name: str, said: str) -> None:
        if not self.has_template(name):
            raise Conflicting(
                "This guest last wrote over 24 hours ago: WhatsApp lets us write only by a "
                f"template then, and {name} is not set up. Please call the guest",
                reason="window_closed",
            )
        if len(said) > LONGEST_IN_TEMPLATE:
            raise InvalidInput.on(
                "body",
                f"At most {LONGEST_IN_TEMPLATE} characters, over 24 hours after the guest's "
                "last message",
            )


def _event(message: OutboundMessage) -> Event:
    return Event(
        id=message.event_id,
        kind=EventKind.DESK_MESSAGE,
        subject_id=message.id,
        version=1,
        guest_id=message.guest_id,
        door=Door.DESK.value,
        created_at=message.created_at,
        due_at=message.created_at,
        request_id=current_request.get(),
    )


def _address(guest: Guest) -> ChannelAddress:
    """Return where the guest wrote from last, or can be reached at all.

    Who said STOP is answered what they have written since, and nothing else.
    """
    if not guest.addresses:
        raise Conflicting("This guest left no number", reason="no_address")
    reachable = as_whatsapp_knows([_with_answers(one) for one in guest.addresses])
    if not reachable:
        raise Conflicting("This guest asked for no more messages", reason="opted_out")
    heard = [(a.last_inbound_at, a.value, a) for a in reachable if a.last_inbound_at]
    return max(heard)[2] if heard else reachable[0]


def _with_answers(address: ChannelAddress) -> ChannelAddress:
    heard, stopped = address.last_inbound_at, address.opted_out_at
    if heard is not None and stopped is not None and heard > stopped:
        return replace(address, opted_out_at=None)
    return address
