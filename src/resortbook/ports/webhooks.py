"""Telling a provider's own requests from anybody else's."""

from collections.abc import Mapping, Sequence
from typing import Protocol

Form = Mapping[str, Sequence[str]]
"""The fields of a form as they were sent, each with all its values."""


class Signatures(Protocol):
    """Knows requests that the messaging provider has signed.

    Failure policy: fails closed. Without a secret to judge by, and whatever is odd about a
    request, it is nobody's. No I/O; never raises.
    """

    def are_genuine(self, signature: str | None, *, url: str, form: Form) -> bool:
        """Say whether the provider signed this form for this address.

        `url` is the public address as the provider calls it, with the query exactly as sent. A
        signature does not run out: the same request passes again at any time.
        """
        ...
