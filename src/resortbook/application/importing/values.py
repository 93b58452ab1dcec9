"""Cells as values: texts, whole numbers, yes and no, addresses."""

import re
from urllib.parse import urlsplit

from resortbook.application.importing.rows import Unclear

_DIGITS = re.compile(r"[0-9]{1,6}")
_YES = {"yes", "true", "y", "1", "x", "on", "active"}
_NO = {"no", "false", "n", "0", "off", "inactive"}


def is_blank(value: object) -> bool:
    """Whether a cell says nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def read_line(value: object) -> str:
    """Return a text of one line, runs of blanks as one. Raises Unclear."""
    return " ".join(read_text(value).split())


def read_text(value: object) -> str:
    """Return a text, lines kept. Raises Unclear."""
    if not isinstance(value, str):
        raise Unclear("not a text")
    return check_text(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def check_text(text: str) -> str:
    """Return a text that can be stored and shown. Raises Unclear."""
    if "\x00" in text:
        raise Unclear("the text holds a NUL character")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Unclear("the text holds half a character") from None
    return text


def read_whole(value: object) -> int:
    """Return a whole number, from 0 on. Raises Unclear."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1_000_000:
        return value
    if isinstance(value, str) and _DIGITS.fullmatch(value.strip()):
        return int(value)
    shown = value if isinstance(value, str) else "this"
    raise Unclear(f"“{str(shown)[:40]}” is not a whole number")


def read_yes_no(value: object) -> bool:
    """Return what `yes` or `no` means. Raises Unclear."""
    if isinstance(value, bool):
        return value
    word = value.strip().casefold() if isinstance(value, str) else ""
    if word in _YES or word in _NO:
        return word in _YES
    raise Unclear("write yes or no")


def read_web_address(text: str) -> str:
    """Return an address that begins with http:// or https://. Raises Unclear."""
    try:
        parts = urlsplit(text)
        is_sound = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_sound = False
    if not is_sound or len(text) > 2_000 or re.search(r"[\s<>\"\\]", text):
        raise Unclear("not a web address that begins with https:// or http://")
    return text
