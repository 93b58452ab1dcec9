"""Secrets that people carry, and what we keep of them."""

import hashlib
import hmac
import re
from dataclasses import dataclass, field

_TOKEN_IN_LINK = re.compile(r"(?<=#token=)[^&\s]+")


def without_tokens(text: str) -> str:
    """Return a text that people wrote or read, with `•••` for the tokens of its links."""
    return _TOKEN_IN_LINK.sub("•••", text)


def token_hash(token: str) -> str:
    """Return what is stored of a token: its SHA-256, as hexadecimal digits."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class CsrfTokens:
    """CSRF tokens that follow from a session's token, so that none has to be stored."""

    secret: bytes = field(repr=False)

    def of(self, session_token: str) -> str:
        """Return the CSRF token of a session."""
        message = b"csrf:" + session_token.encode()
        return hmac.new(self.secret, message, hashlib.sha256).hexdigest()
