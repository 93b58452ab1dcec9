"""What a tap on a button or a row means, in an option id that only its own guest can use."""

import base64
import hashlib
import hmac
from dataclasses import dataclass, field
from uuid import UUID

LONGEST = 200  # characters, which is what WhatsApp takes
_SEAL_BYTES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """What a guest asks for by a tap (`act`), and of what (`subject`)."""

    act: str
    subject: str


@dataclass(frozen=True, slots=True)
class Taps:
    """Makes and reads option ids, sealed with a key for the guest they were sent to.

    An id never grows old by itself: whether the act is still possible is judged when it is
    tapped.
    """

    key: bytes = field(repr=False)

    def make(self, act: str, subject: str, *, guest_id: UUID) -> str:
        """Return an option id of at most 200 characters, the same one every time.

        Raises:
            ValueError: the act has a colon, or both together are too long.
        """
        option_id = f"{act}:{subject}:{self._seal(act, subject, guest_id)}"
        if ":" in act or len(option_id) > LONGEST:
            raise ValueError(f"no option id for {act!r}")
        return option_id

    def read(self, option_id: str, *, guest_id: UUID) -> Tap | None:
        """Return what a tap means; None for what we did not make, or made for another guest."""
        told, _, seal = option_id.rpartition(":")
        act, colon, subject = told.partition(":")
        if not colon or not seal.isascii():
            return None
        if not hmac.compare_digest(seal, self._seal(act, subject, guest_id)):
            return None
        return Tap(act=act, subject=subject)

    def _seal(self, act: str, subject: str, guest_id: UUID) -> str:
        words = f"{act}:{subject}".encode("utf-8", "surrogatepass")
        digest = hmac.new(self.key, guest_id.bytes + words, hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest[:_SEAL_BYTES]).decode()
