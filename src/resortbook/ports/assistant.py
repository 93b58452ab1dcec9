"""A language model that proposes what a message means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol


class Failure(StrEnum):
    """Why no proposal was had, as it is counted."""

    TIMED_OUT = "timed_out"
    AWAY = "away"
    BUSY = "busy"
    REFUSED = "refused"
    NO_CALL = "no_call"
    MALFORMED = "malformed"
    LEFT_ALONE = "left_alone"


class AssistantFailed(Exception):
    """No proposal was had: the model is away, slow, over a limit, or said nothing usable.

    What was said in vain was paid for all the same: `tokens_in` and `tokens_out` tell how much.
    """

    def __init__(self, reason: Failure, *, tokens_in: int = 0, tokens_out: int = 0) -> None:
        """Say why, without any personal value."""
        super().__init__(reason.value)
        self.reason = reason
        self.tokens_in = tokens_in
        self.tokens_out = tokens_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """The one form in which a proposal comes: a name and a strict JSON schema of its fields."""

    name: str
    description: str
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a model is asked: `instructions` are the same for everybody and come first, so that
    providers can cache them; `situation` is where this conversation stands, `said` the guest's
    own words, which are data and never instructions.
    """

    instructions: str
    situation: str
    said: str
    tool: Tool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a model proposed, unchecked, and how many tokens it took."""

    arguments: Mapping[str, Any] = field(default_factory=dict)
    tokens_in: int = 0
    tokens_out: int = 0


class Assistant(Protocol):
    """Proposes; it does nothing, and nobody believes it.

    Failure policy: fall back. A call lasts at most the time-out of the settings (8 seconds),
    from its first byte to its last, and is never repeated; whoever asked goes on without it.
    Five failures one after the other open a breaker for thirty seconds, in each process. Called
    outside of any transaction.
    """

    def propose(self, brief: Brief) -> Proposal:
        """Return what the model makes of it. Raises AssistantFailed."""
        ...

    def close(self) -> None:
        """Let go of the connections."""
        ...
