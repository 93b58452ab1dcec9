"""What an event says to whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from resortbook.application.phrases import sign_in_code
from resortbook.application.relay import Compose
from resortbook.domain.events import Event, EventKind
from resortbook.domain.guest import Channel
from resortbook.domain.login import CODE_LIVES
from resortbook.domain.messages import OutboundMessage
from resortbook.ports.storage import UnitOfWork
from resortbook.ports.world import Clock, Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Writes the messages that events lead to."""

    clock: Clock
    ids: Ids
    resort_name: str

    @property
    def by_kind(self) -> Mapping[EventKind, Compose]:
        """The events that are told to somebody, and how."""
        return {EventKind.SIGN_IN_CODE_REQUESTED: self.sign_in_code}

    def sign_in_code(self, work: UnitOfWork, event: Event) -> OutboundMessage | None:
        """Tell a code to the phone it was asked for, while it is of any use."""
        now = self.clock.now()
        code = work.codes.find(event.subject_id)
        if code is None or now >= code.expires_at:
            return None
        return OutboundMessage(
            id=self.ids.new(),
            event_id=event.id,
            guest_id=None,
            channel=Channel.PHONE.value,
            address=code.phone,
            kind="sign_in_code",
            body=sign_in_code(code.code, resort_name=self.resort_name, lives=CODE_LIVES),
            variables={"1": code.code},
            created_at=now,
        )
