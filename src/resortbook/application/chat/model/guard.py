"""Holding a model's own words back where they claim what only the database knows."""

import re

LONGEST = 200

_CLAIMS = re.compile(
    r"\d|[$€£¥%]|https?:|www\.|"
    r"\b(?:book(?:ed|ing)?|reserv\w*|confirm\w*|held|hold|cancel\w*|moved|available|free|full|sold|"
    r"price|cost\w*|discount|refund|charge\w*|pay\w*|o'?clock|noon|midnight|am|pm|today|tomorrow|"
    r"tonight|room|password|system|prompt|instruction\w*|"
    r"libre|gratis|disponib\w*|precio|reservad\w*|confirmad\w*|anulad\w*|hoy|mañana|"
    r"gratuit\w*|prix|r[ée]serv\w*|confirm[ée]\w*|annul\w*|demain|aujourd'hui|"
    r"frei|preis|kosten\w*|gebucht|reserviert|best[äa]tigt|storniert|heute|morgen|verf[üu]gbar)\b",
    re.IGNORECASE,
)


def is_harmless(text: str) -> bool:
    """Say whether a model's sentence claims nothing: no booking, price, time, place or number.

    What is not harmless never goes out; the phrase for the same occasion does.
    """
    words = text.strip()
    is_short = 0 < len(words) <= LONGEST and "\n" not in words
    return is_short and words.isprintable() and _CLAIMS.search(words) is None
