"""Making one pattern of a list of words and phrases."""

import re


def any_of(phrases: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases, one a line, as whole words.

    A phrase may be a regular expression.
    """
    lines = [line.strip() for line in phrases.strip().splitlines()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(lines)})(?!\w)", re.IGNORECASE)
