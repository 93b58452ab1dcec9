"""Pictures of activities, kept by what is in them."""

from typing import Protocol

MAX_PICTURE_BYTES = 8 * 1024 * 1024
KEPT_UNDER = "/media/"
"""How the address of every picture begins that the resort keeps itself."""


class BadPicture(Exception):
    """This is no picture that can be shown; `reason` says why, in a few words."""

    def __init__(self, reason: str) -> None:
        """Say why."""
        super().__init__(reason)
        self.reason = reason


class Media(Protocol):
    """Keeps pictures where the resort's own pages find them; the same content is kept once.

    Failure policy: a place that is full or away raises `Unavailable`; nothing half written is
    ever shown.
    """

    def url_for(self, content: bytes, *, stem: str) -> str:
        """Return the address that this content has once it is kept, beginning with `stem`.

        Raises:
            BadPicture: by its content no JPEG, PNG or WebP, damaged, or too large.
        """
        ...

    def keep(self, content: bytes, *, stem: str) -> str:
        """Keep a picture, and smaller ones made of it, and return its address. Raises
        BadPicture as `url_for`.

        The smaller ones have its name with their longest side in pixels before the ending:
        `…-0f3a.jpg`, `…-0f3a-800.jpg`, `…-0f3a-400.jpg`; the web app asks for them by that.
        """
        ...

    def keep_anew(self, content: bytes, *, stem: str) -> str:
        """Keep only what can be seen of a picture, written anew in several sizes as by `keep`,
        and return the address of the largest.

        Raises:
            BadPicture: as `url_for`, or it carries something beside a picture; nothing is kept.
        """
        ...

    def has(self, url: str) -> bool:
        """Say whether the picture of that address is kept."""
        ...
