"""Number words of four languages, from nought to a hundred, cardinal and ordinal."""

from collections.abc import Iterator

Words = tuple[str, ...]

_EN_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_EN_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_ES_UNITS = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciseis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidos",
    "veintitres",
    "veinticuatro",
    "veinticinco",
    "veintiseis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
_ES_TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_ES_ORDINALS = [
    "primero",
    "segundo",
    "tercero",
    "cuarto",
    "quinto",
    "sexto",
    "septimo",
    "octavo",
    "noveno",
    "decimo",
    "undecimo",
    "duodecimo",
]
_FR_UNITS = [
    "zero",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
_FR_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_FR_ORDINALS = [
    "premier",
    "deuxieme",
    "troisieme",
    "quatrieme",
    "cinquieme",
    "sixieme",
    "septieme",
    "huitieme",
    "neuvieme",
    "dixieme",
    "onzieme",
    "douzieme",
    "treizieme",
    "quatorzieme",
    "quinzieme",
    "seizieme",
]
_DE_UNITS = [
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "funf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwolf",
    "dreizehn",
    "vierzehn",
    "funfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
_DE_TENS = [
    "zwanzig",
    "dreissig",
    "vierzig",
    "funfzig",
    "sechzig",
    "siebzig",
    "achtzig",
    "neunzig",
]
_DE_ORDINALS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
_OTHER_CARDINALS: dict[str, dict[str, int]] = {
    "en": {"a dozen": 12, "dozen": 12, "half a dozen": 6, "fourty": 40},
    "es": {"un": 1, "una": 1, "veintiun": 21, "docena": 12, "una docena": 12, "cien": 100},
    "fr": {"une": 1, "douzaine": 12, "une douzaine": 12, "dizaine": 10, "une dizaine": 10},
    "de": {"ein": 1, "eine": 1, "einen": 1, "einer": 1, "einem": 1, "zwo": 2, "dutzend": 12},
}
_OTHER_ORDINALS: dict[str, dict[str, int]] = {
    "en": {"twelveth": 12},
    "es": {"primer": 1, "primera": 1, "segunda": 2, "tercer": 3, "tercera": 3, "cuarta": 4},
    "fr": {"premiere": 1, "second": 2, "seconde": 2},
    "de": {"siebente": 7, "siebenten": 7},
}
ORDINAL_ENDINGS: dict[str, frozenset[str]] = {
    "en": frozenset({"st", "nd", "rd", "th"}),
    "es": frozenset({"o", "a", "ro", "do", "er", "ra", "to", "ero"}),
    "fr": frozenset({"er", "ere", "e", "eme", "nd", "nde", "ieme"}),
    "de": frozenset({"te", "ten", "ter", "tes", "ste", "sten", "ster"}),
}


def _english() -> Iterator[tuple[str, int, bool]]:
    yield from ((word, value, False) for value, word in enumerate(_EN_UNITS))
    yield from ((word, value, True) for value, word in enumerate(_EN_ORDINALS) if value)
    for tens, word in enumerate(_EN_TENS, start=2):
        yield word, tens * 10, False
        yield word[:-1] + "ieth", tens * 10, True
        for unit in range(1, 10):
            yield f"{word} {_EN_UNITS[unit]}", tens * 10 + unit, False
            yield f"{word}{_EN_UNITS[unit]}", tens * 10 + unit, False
            yield f"{word} {_EN_ORDINALS[unit]}", tens * 10 + unit, True


def _spanish() -> Iterator[tuple[str, int, bool]]:
    yield from ((word, value, False) for value, word in enumerate(_ES_UNITS))
    yield from ((word, value, True) for value, word in enumerate(_ES_ORDINALS, start=1))
    for tens, word in enumerate(_ES_TENS, start=3):
        yield word, tens * 10, False
        for unit in range(1, 10):
            yield f"{word} y {_ES_UNITS[unit]}", tens * 10 + unit, False
            yield f"{word} {_ES_UNITS[unit]}", tens * 10 + unit, False
    for unit in range(1, 10):
        yield f"veinte y {_ES_UNITS[unit]}", 20 + unit, False


def _french_word(value: int) -> str:
    if value <= 16:
        return _FR_UNITS[value]
    if value >= 80:
        return "quatre vingts" if value == 80 else f"quatre vingt {_french_word(value - 80)}"
    tens = 10 if value < 20 else 60 if value >= 70 else value // 10 * 10
    word, rest = _FR_TENS.get(tens, "dix"), value - tens
    if rest == 0:
        return word
    return (
        f"{word} et {_french_word(rest)}" if rest in {1, 11} else f"{word} {_french_word(rest)}"
    )


def _french() -> Iterator[tuple[str, int, bool]]:
    for value in range(100):
        yield _french_word(value), value, False
    for tens, word in _FR_TENS.items():
        yield f"{word} un", tens + 1, False
        yield f"{word} et une", tens + 1, False
    yield from ((word, value, True) for value, word in enumerate(_FR_ORDINALS, start=1))
    for value in range(17, 32):
        yield (
            f"{_french_word(value).removesuffix('e')}ieme".replace("neufi", "neuvi"),
            value,
            True,
        )


def _german_word(value: int) -> str:
    if value < 20:
        return _DE_UNITS[value]
    tens, unit = divmod(value, 10)
    start = "" if unit == 0 else f"{'ein' if unit == 1 else _DE_UNITS[unit]}und"
    return start + _DE_TENS[tens - 2]


def _german() -> Iterator[tuple[str, int, bool]]:
    for value in range(100):
        yield _german_word(value), value, False
    for value in range(1, 32):
        ending = "st" if value >= 20 else "t"
        stem = _DE_ORDINALS.get(value, _german_word(value) + ending)
        for last in ("e", "en", "er", "es"):
            yield stem + last, value, True


def _tables(
    language: str, words: Iterator[tuple[str, int, bool]]
) -> tuple[dict[Words, int], dict[Words, int]]:
    cardinals: dict[Words, int] = {}
    ordinals: dict[Words, int] = {}
    for phrase, value, is_ordinal in words:
        for spelling in _spellings(phrase, language):
            (ordinals if is_ordinal else cardinals)[tuple(spelling.split())] = value
    cardinals |= {tuple(w.split()): v for w, v in _OTHER_CARDINALS[language].items()}
    ordinals |= {tuple(w.split()): v for w, v in _OTHER_ORDINALS[language].items()}
    return cardinals, ordinals


def _spellings(phrase: str, language: str) -> Iterator[str]:
    yield phrase
    if language == "de" and ("funf" in phrase or "zwolf" in phrase):
        yield phrase.replace("funf", "fuenf").replace("zwolf", "zwoelf")


_BOTH = {
    "en": _tables("en", _english()),
    "es": _tables("es", _spanish()),
    "fr": _tables("fr", _french()),
    "de": _tables("de", _german()),
}
CARDINALS: dict[str, dict[Words, int]] = {lang: both[0] for lang, both in _BOTH.items()}
ORDINALS: dict[str, dict[Words, int]] = {lang: both[1] for lang, both in _BOTH.items()}
