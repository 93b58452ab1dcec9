"""Sending words to a guest."""

from typing import Protocol

from resortbook.domain.messages import OutboundMessage


class MessengerDown(Exception):
    """The send did not happen and may be tried again, not before `retry_after_seconds` where
    that is given.
    """

    def __init__(self, reason: str, *, retry_after_seconds: int | None = None) -> None:
        """Say why, in a word or two without any personal value."""
        super().__init__(reason)
        self.reason = reason
        self.retry_after_seconds = retry_after_seconds


class MessageRefused(Exception):
    """The send will never succeed as it is; trying again makes no sense."""

    def __init__(self, reason: str) -> None:
        """Say why, in a word or two without any personal value."""
        super().__init__(reason)
        self.reason = reason


class Messenger(Protocol):
    """Carries messages out of the resort.

    Failure policy: queue and retry. Nothing is lost here: a message stays in the outbox
    until a send of it was
    accepted, is refused for good, or its tries are used up. Called outside of any transaction.
    """

    def send(self, message: OutboundMessage) -> str:
        """Hand one message over and return the provider's id of it.

        Raises:
            MessengerDown: not accepted, try again later.
            MessageRefused: never to be accepted.
        """
        ...
