"""From bytes to text: which encoding a spreadsheet was saved in."""

import codecs
import re

from resortbook.domain.errors import InvalidInput

_WESTERN = "ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜßàáâäåæçèéêëìíîïñòóôöøœùúûü"
_SIGNS = "€£§°ºª«»¿¡‘’“”–—…·•²½\u00a0"
_KNOWN = re.compile(f"[\\x00-\\x7f{_WESTERN}{_SIGNS}]*")
# Two such letters stand side by side at most (`Español`, `Noël`, `Cañón`): three are another
# alphabet read wrongly, and `Ã©` is UTF-8 read twice.
_STRANGE = re.compile(f"[{_WESTERN}]{{3}}|[ÃÂ][^A-Za-z\\s{_WESTERN}]")


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text of a file, and a note where its encoding had to be recognised.

    UTF-8 and UTF-16 (by its mark) are read; Windows-1252 only where the text clearly is
    Western European, for a wrong guess would spoil names.

    Raises:
        InvalidInput: on `file`, for anything else.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(content, "utf-16"), ""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _western(content, error), "Read as Windows-1252 (Western European)"
    return _without_nul(text), ""


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return _without_nul(content.decode(encoding).removeprefix("\ufeff"))
    except UnicodeDecodeError:
        raise _unreadable("This is no UTF-16 text, though it begins like one") from None


def _western(content: bytes, error: UnicodeDecodeError) -> str:
    line = content.count(b"\n", 0, error.start) + 1
    problem = f"This is no UTF-8 text (line {line}): save the file as “CSV UTF-8”"
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        raise _unreadable(problem) from None
    if not _KNOWN.fullmatch(text) or _STRANGE.search(text):
        raise _unreadable(problem)
    return _without_nul(text)


def _without_nul(text: str) -> str:
    if "\x00" in text:
        raise _unreadable("This is no text file: it holds NUL characters")
    return text


def _unreadable(problem: str) -> InvalidInput:
    return InvalidInput.on("file", problem)
