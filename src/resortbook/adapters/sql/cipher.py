"""Sealing personal values, and keyed hashes by which they are found again."""

import hashlib
import hmac
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from resortbook.domain.errors import Inconsistent, Misconfigured
from resortbook.domain.words import words_of

_VERSION = b"\x01"
_KEY_ID_BYTES = 4
_NONCE_BYTES = 12
_HEAD_BYTES = len(_VERSION) + _KEY_ID_BYTES


class Cipher:
    """AES-GCM under the first of several keys, each named by an id; all of them still open.

    A sealed value is one byte of version, four of key id, twelve of nonce, then the rest.
    The hashes hang on the index secret alone, so that they outlive a change of keys.
    """

    def __init__(self, keys: Sequence[bytes], *, index_secret: bytes) -> None:
        """Take keys of 32 bytes each, the active one first.

        Raises:
            Misconfigured: no key, or one of another length.
        """
        if not keys or any(len(key) != 32 for key in keys):
            raise Misconfigured("ENCRYPTION_KEYS takes one or more keys of 32 bytes each")
        self._openers = {_key_id(key): AESGCM(key) for key in keys}
        self._head = _VERSION + _key_id(keys[0])
        self._active = self._openers[_key_id(keys[0])]
        self._index_key = HKDF(
            algorithm=SHA256(), length=32, salt=None, info=b"resortbook lookup index"
        ).derive(index_secret)

    @property
    def head(self) -> bytes:
        """With what every value begins that the active key sealed."""
        return self._head

    def seal(self, plain: bytes) -> bytes:
        """Encrypt under the active key; the same value never looks the same twice."""
        nonce = os.urandom(_NONCE_BYTES)
        return self._head + nonce + self._active.encrypt(nonce, plain, self._head)

    def open(self, sealed: bytes) -> bytes:
        """Decrypt what any of the keys has sealed.

        Raises:
            Misconfigured: the key is not among those given.
            Inconsistent: it is no sealed value, or was changed since.
        """
        head, nonce = sealed[:_HEAD_BYTES], sealed[_HEAD_BYTES : _HEAD_BYTES + _NONCE_BYTES]
        if len(nonce) < _NONCE_BYTES or head[:1] != _VERSION:
            raise Inconsistent("A stored value that should be sealed is not")
        opener = self._openers.get(head[1:])
        if opener is None:
            raise Misconfigured("ENCRYPTION_KEYS lacks a key that stored values need")
        try:
            return opener.decrypt(nonce, sealed[_HEAD_BYTES + _NONCE_BYTES :], head)
        except InvalidTag as error:
            raise Inconsistent("A stored value was changed outside of this system") from error

    def is_current(self, sealed: bytes) -> bool:
        """Whether the active key sealed it; others are due to be sealed anew."""
        return sealed[:_HEAD_BYTES] == self._head

    def index(self, value: str) -> str:
        """Return the keyed hash (64 hex digits) by which `value` is looked up."""
        # A lone surrogate cannot be stored, yet asking for one must not fail.
        plain = value.encode("utf-8", "surrogatepass")
        return hmac.new(self._index_key, plain, hashlib.sha256).hexdigest()

    def words(self, text: str) -> tuple[str, ...]:
        """Return the keyed hash of each different word of `text`, case and accents aside."""
        return tuple(self.index(f"word:{word}") for word in dict.fromkeys(words_of(text)))


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"resortbook key id" + key).digest()[:_KEY_ID_BYTES]
