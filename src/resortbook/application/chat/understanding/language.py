"""In which of four languages a message is written."""

from resortbook.application.chat.understanding.tokens import Shape, tokens_of
from resortbook.application.chat.understanding.vocabulary import rows_of

LANGUAGES = ("en", "es", "fr", "de")
_WEIGHT_OF = {"sure": 2, "weak": 1}
_ONLY = {"ñ": "es", "¿": "es", "¡": "es", "ß": "de", "œ": "fr", "ç": "fr", "ê": "fr", "è": "fr"}
_UMLAUTS = frozenset("äöü")


def _weights() -> dict[str, dict[str, int]]:
    weights: dict[str, dict[str, int]] = {}
    for row, phrases in rows_of("language.txt"):
        language, sureness = row.split()
        for phrase in phrases:
            for token in tokens_of(phrase):
                by_language = weights.setdefault(token.word, {})
                by_language[language] = max(_WEIGHT_OF[sureness], by_language.get(language, 0))
    return weights


_WEIGHTS = _weights()


def surely(text: str) -> str | None:
    """Return the code of the language that the words of the text speak for, None if none."""
    votes = dict.fromkeys(LANGUAGES, 0)
    for token in tokens_of(text):
        if token.shape is Shape.WORD:
            for language, weight in _WEIGHTS.get(token.word, {}).items():
                votes[language] += weight
    for letter, language in _ONLY.items():
        votes[language] += 2 * (letter in text.lower())
    votes["de"] += 2 * any(letter in _UMLAUTS for letter in text.lower())
    ranked = sorted(votes.values(), reverse=True)
    if ranked[0] == ranked[1] or ranked[0] < 2:
        return None
    return max(votes, key=lambda language: votes[language])


def language_of(text: str, *, default: str = "en") -> str:
    """Return the code of the language that the text is in; `default` where it can't be told."""
    return surely(text) or default
