"""Stand-ins for the outside world; everything inside is real."""

from collections.abc import Callable
from dataclasses import dataclass, field

from resortbook.domain.messages import OutboundMessage


@dataclass(slots=True)
class ScriptedMessenger:
    """A messenger that fails as it is told to, then accepts, and keeps what it accepted."""

    failures: list[Exception] = field(default_factory=list)
    accepted: list[OutboundMessage] = field(default_factory=list)
    before_each: Callable[[], None] = lambda: None

    def send(self, message: OutboundMessage) -> str:
        self.before_each()
        if self.failures:
            raise self.failures.pop(0)
        self.accepted.append(message)
        return f"SM{message.id.hex}"

    def find(self, message: OutboundMessage) -> tuple[str, ...]:
        self.before_each()
        return tuple(f"SM{one.id.hex}" for one in self.accepted if one.body == message.body)
