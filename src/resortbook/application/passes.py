"""The code that a guest shows at the pier: a booking's reference, sealed."""

import base64
import hashlib
import hmac
from dataclasses import dataclass, field

from resortbook.application.references import as_reference
from resortbook.domain.errors import FieldConflict, NotFound

_SEAL_BYTES = 10


@dataclass(frozen=True, slots=True)
class Passes:
    """Makes and reads the codes in guests' QR pictures: `ABCD2345.` and a seal."""

    key: bytes = field(repr=False)

    def make(self, reference: str) -> str:
        """Return the code of a booking, the same one every time."""
        return f"{reference}.{self._seal(reference)}"

    def read(self, code: str) -> str:
        """Return the reference that a code names: one with a seal, a bare reference, or an
        address that ends in either.

        Raises:
            NotFound: it names no booking that could be.
            FieldConflict: on `code`: the seal is not ours.
        """
        told, dot, seal = code.strip().rstrip("/").rpartition("/")[2].partition(".")
        reference = as_reference(told)
        if reference is None:
            raise NotFound("There is no such booking")
        ours = self._seal(reference).encode()
        if dot and not hmac.compare_digest(seal.upper().encode(), ours):
            raise FieldConflict("This code was not made by us", field="code")
        return reference

    def _seal(self, reference: str) -> str:
        digest = hmac.new(self.key, reference.encode(), hashlib.sha256).digest()
        return base64.b32encode(digest[:_SEAL_BYTES]).decode()
