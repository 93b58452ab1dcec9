"""Texts that are longer than one message of WhatsApp may be, in parts."""

import re
from collections.abc import Iterator

LONGEST = 1_300  # of 1,600: the rest is for choices, where they are numbered

# Where a text may be parted, best first: between paragraphs, lines, sentences, words. A number
# ends no sentence before a digit, and a time keeps its AM or PM.
_PLACES = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.!?…])\s+(?=[^\d\s])"),
    re.compile(r"(?<!\d)\s+(?!\d)(?![AaPp]\.?[Mm]\b)"),
)


def parts_of(text: str, longest: int = LONGEST) -> list[str]:
    """Return a text in parts of at most `longest` characters, in order; nothing is lost but
    blanks where it is parted.

    It is parted between sentences where it can be, never inside of a price, a time or a link
    that is shorter than a part.
    """
    return list(_parted(text.strip(), longest))


def _parted(text: str, longest: int) -> Iterator[str]:
    while len(text) > longest:
        end, begin = _place(text, longest)
        yield text[:end].rstrip()
        text = text[begin:].lstrip()
    if text:
        yield text


def _place(text: str, longest: int) -> tuple[int, int]:
    """Return where the first part ends and the next one begins."""
    # A part that is nearly empty looks like a mistake; so a lesser place may be better.
    for least in (longest // 2, 1):
        for pattern in _PLACES:
            found = [m for m in pattern.finditer(text) if least <= m.start() <= longest]
            if found:
                return found[-1].start(), found[-1].end()
    return longest, longest
