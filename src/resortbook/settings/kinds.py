"""The kinds of value a setting can have: how its text is read, and what it takes, in words."""

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kind:
    """A way to read one setting: `read` raises ValueError for a text that is not `takes`."""

    read: Callable[[str], object]
    takes: str


def whole_number(smallest: int, largest: int) -> Kind:
    """Plain digits, within limits that are both included."""

    def read(text: str) -> int:
        # Neither `1e9`, `+5`, `1_000` nor digits of other scripts, all of which int() takes.
        if not re.fullmatch("[0-9]{1,12}", text) or not smallest <= int(text) <= largest:
            raise ValueError(text)
        return int(text)

    return Kind(read, f"a whole number from {smallest} to {largest}")


def one_of(*choices: str) -> Kind:
    """One of a few words, in upper or lower case."""
    known = {choice.lower(): choice for choice in choices}

    def read(text: str) -> str:
        if text.lower() not in known:
            raise ValueError(text)
        return known[text.lower()]

    return Kind(read, " or ".join(choices))


def matching(pattern: str, takes: str) -> Kind:
    """A text that the regular expression describes from end to end."""

    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(text)
        return text

    return Kind(read, takes)


def many(kind: Kind) -> Kind:
    """Several values of one kind with commas between them, as a tuple."""

    def read(text: str) -> tuple[object, ...]:
        return tuple(kind.read(part.strip()) for part in text.split(",") if part.strip())

    return Kind(read, f"{kind.takes}, or several with commas between them")


_WORDS = {
    **dict.fromkeys(("true", "yes", "1"), True),
    **dict.fromkeys(("false", "no", "0"), False),
}


def _yes_or_no(text: str) -> bool:
    if text.lower() not in _WORDS:
        raise ValueError(text)
    return _WORDS[text.lower()]


def _yes_no_or_auto(text: str) -> str:
    if text.lower() == "auto":
        return "auto"
    return "yes" if _yes_or_no(text) else "no"


def _key_of_32_bytes(text: str) -> bytes:
    try:
        key = base64.b64decode(text.translate(str.maketrans("-_", "+/")), validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
    if len(key) != 32:
        raise ValueError("not 32 bytes")
    return key


YES_OR_NO = Kind(_yes_or_no, "yes or no")
YES_NO_OR_AUTO = Kind(_yes_no_or_auto, "yes, no or auto")
# No control characters, and no half characters (what an environment that is no UTF-8 leaves).
_PLAIN = r"[^\x00-\x1f\x7f\ud800-\udfff]"
TEXT_LINE = matching(_PLAIN + "{1,200}", "one line of text")
WORD = matching(r"[\x21-\x7e]{1,500}", "a text without blanks")
IDENTIFIER = matching(r"[A-Za-z0-9_-]{1,100}", "an id of letters and digits")
SECRET = matching(_PLAIN + "{32,1000}", "a secret text of 32 characters or more")
ENCRYPTION_KEYS = many(Kind(_key_of_32_bytes, "a key of 32 bytes in base64"))
FOLDER = Kind(Path, "a path to a folder")
FILE = Kind(Path, "a path to a file")
