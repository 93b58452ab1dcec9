"""Sending words to a guest."""

from collections.abc import Sequence
from typing import Protocol

from resortbook.domain.messages import OutboundMessage


class MessengerDown(Exception):
    """The send was certainly not accepted, and may be tried again.

    `retry_after_seconds` is the least to wait, where it is known. `uses_a_try` is False where
    nothing was tried, or the provider only asked to wait.
    """

    def __init__(
        self,
        reason: str,
        *,
        retry_after_seconds: float | None = None,
        uses_a_try: bool = True,
    ) -> None:
        """Say why, in a word or two without any personal value."""
        super().__init__(reason)
        self.reason = reason
        self.retry_after_seconds = retry_after_seconds
        self.uses_a_try = uses_a_try


class Throttled(MessengerDown):
    """The provider takes no message of this sort, or to this recipient, for a while: others may
    go meanwhile, and no try is used up.
    """

    def __init__(self, reason: str, *, retry_after_seconds: float | None = None) -> None:
        """Say why, in a word or two without any personal value, and for how long if known."""
        super().__init__(reason, retry_after_seconds=retry_after_seconds, uses_a_try=False)


class Unreachable(MessengerDown):
    """The provider is not there, or does not let us in: no message is to blame, and no try is
    used up.
    """

    def __init__(self, reason: str) -> None:
        """Say why, in a word or two without any personal value."""
        super().__init__(reason, uses_a_try=False)


class StillDown(MessengerDown):
    """The provider is still in trouble, as the one call found out that an open breaker let
    through: that uses up a try only of a message that has waited for hours.
    """

    def __init__(self, reason: str, *, retry_after_seconds: float | None = None) -> None:
        """Say why, in a word or two without any personal value, and for how long if known."""
        super().__init__(reason, retry_after_seconds=retry_after_seconds, uses_a_try=False)


class OutcomeUnknown(Exception):
    """The connection was lost after the send began: it may have been accepted, or not."""

    def __init__(self, reason: str) -> None:
        """Say why, in a word or two without any personal value."""
        super().__init__(reason)
        self.reason = reason


class MessageRefused(Exception):
    """The send will never succeed as it is; trying again makes no sense."""

    def __init__(self, reason: str) -> None:
        """Say why, in a word or two without any personal value."""
        super().__init__(reason)
        self.reason = reason


class TemplateMissing(Exception):
    """The message needs a template that is not set up: it waits until somebody does that."""

    def __init__(self, name: str) -> None:
        """Name the template."""
        super().__init__(name)
        self.name = name


class Messenger(Protocol):
    """Carries messages out of the resort.

    Failure policy: queue and retry. Nothing is lost here: a message stays in the outbox until a
    send of it was accepted, is refused for good, or its tries are used up: one and five more,
    two seconds after the first, each wait twice the one before and up to half as long again, or
    as long as the provider asks. Then it stays as failed, until staff let it be tried anew.

    A wait that the provider asks for, or that an open breaker or the sender's rate imposes,
    uses up no try, nor does a provider that cannot be reached: everything waits then, two
    seconds where nobody says how long, and keeps its place. By itself waits a message whose
    template is missing (it is looked at every five minutes), and one that the provider does not
    take for a while though it takes others (every minute, where it does not say how long).

    The breaker is one for each provider in each process, and `send` and `find` share it. Five
    failures one after the other open it: tries that were used up, outcomes that are unknown, a
    provider that cannot be reached. An answer of any other kind begins the count anew. For
    thirty seconds nobody calls; then one call is let through, and closes it or opens it again.
    That call uses up a try only of a message that has been due for four hours: until then a
    provider in trouble loses nothing, and after that its messages do not wait for ever.

    A message with `template` goes out as that template, any other one as free text. Called
    outside of any transaction; no call lasts over eleven seconds.
    """

    def send(self, message: OutboundMessage) -> str:
        """Hand one message over and return the provider's id of it.

        Raises:
            MessengerDown, Throttled, Unreachable: certainly not accepted, try again later.
            OutcomeUnknown: ask `find` before trying again.
            MessageRefused: never to be accepted.
            TemplateMissing: it waits for its template.
        """
        ...

    def find(self, message: OutboundMessage) -> Sequence[str]:
        """Return the provider's ids of messages like this one, accepted since it was made.

        Another message with the same words may be among them.

        Raises:
            MessengerDown: the provider cannot be asked now; it may use up a try.
        """
        ...
