"""Texts and forms that a provider has to know before it sends them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A registered text with numbered variables, and a sample value of each."""

    name: str
    body: str
    samples: tuple[str, ...]
    category: str = "UTILITY"


class Approval(StrEnum):
    """What WhatsApp says of a template; forms for buttons and lists need no approval."""

    NOT_NEEDED = "not needed"
    UNSUBMITTED = "unsubmitted"
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    PAUSED = "paused"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """An approval, and the reason where it was refused."""

    approval: Approval
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is to be made at the provider.

    `name` is ours; `label` is what it is called there and changes with every change of its
    words, so that it is found again and never confused; `category` is set where WhatsApp has
    to approve it.
    """

    name: str
    label: str
    wording: Mapping[str, Any] = field(repr=False)
    category: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What was made at the provider, as we keep it; times are aware UTC."""

    name: str
    label: str
    sid: str
    verdict: Verdict
    checked_at: datetime


class Contents(Protocol):
    """What was made, by name."""

    def put(self, content: Content) -> None:
        """Keep it in place of the one of that name."""
        ...


class ContentReads(Protocol):
    """Reading what was made."""

    def all(self) -> Sequence[Content]:
        """Return everything, by name."""
        ...

    def find(self, name: str) -> Content | None:
        """Return the one of that name."""
        ...


class ContentMaker(Protocol):
    """Makes texts and forms at the provider.

    Failure policy: none; a person waits for it and tries again. Everything is found again by
    its label, so that nothing is made twice. Every method raises:
        MessengerDown, OutcomeUnknown: the provider is away, or was lost meanwhile.
        MessageRefused: it does not take this.
    """

    def drafts(self, templates: Sequence[Template], *, language: str) -> Sequence[Draft]:
        """Return all that is to be there: these templates, and forms for buttons and lists."""
        ...

    def labels(self) -> Mapping[str, str]:
        """Return the ids of everything that is there, by label."""
        ...

    def make(self, draft: Draft) -> str:
        """Make it and return its id."""
        ...

    def submit(self, draft: Draft, sid: str) -> None:
        """Ask WhatsApp to approve a template."""
        ...

    def verdict(self, sid: str) -> Verdict:
        """Return what WhatsApp says of a template by now."""
        ...
