"""Words of four languages that answer a question: yes, no, drop it, both, the second one."""

from enum import Enum, auto

from resortbook.application.chat.understanding.vocabulary import rows_of, words_in
from resortbook.domain.words import normalised


class Says(Enum):
    """What a word or two say in answer."""

    YES = auto()
    SOFT_YES = auto()  # a yes only where it is the whole message
    NO = auto()
    SOFT_NO = auto()
    NEVER_MIND = auto()
    WAIT = auto()
    SKIP = auto()
    BOTH = auto()
    REPEAT = auto()
    MORE = auto()
    FILLER = auto()


def _table() -> dict[tuple[str, ...], Says]:
    table: dict[tuple[str, ...], Says] = {}
    for name, phrases in rows_of("answers.txt"):
        for phrase in phrases:
            # The stronger meaning was written first.
            table.setdefault(tuple(normalised(phrase).split()), Says[name])
    return table


ANSWERS: dict[tuple[str, ...], Says] = _table()
LONGEST_ANSWER = max(len(words) for words in ANSWERS)

_BY = {
    "cheapest": """cheaper cheapest cheap barato barata baratos economico economica moins chere
    billigste billigere billiger gunstigste gunstigere gunstigsten billigsten preiswerteste""",
    "dearest": "dearest priciest fanciest teuerste teuersten",
    "earliest": """earlier earliest sooner soonest temprano temprana antes tot fruher fruhere
    fruheste fruhesten""",
    "latest": "later latest tarde tardio spater spatere spateste spatesten",
    "shortest": "shorter shortest quickest corto corta court courte kurzere kurzeste kurzesten",
    "longest": "longer longest largo larga long longue langere langste langsten",
    "other": "other otro otra autre andere anderen anderer anderes",
    "any": "either any whichever whatever cualquiera egal importe irgendeine irgendeins",
}
CHOSEN_BY: dict[str, str] = {word: by for by, row in _BY.items() for word in row.split()}
PHRASES_BY: dict[tuple[str, ...], str] = {
    ("least", "expensive"): "cheapest",
    ("most", "expensive"): "dearest",
    ("more", "expensive"): "dearest",
    ("mas", "barato"): "cheapest",
    ("mas", "barata"): "cheapest",
    ("mas", "caro"): "dearest",
    ("mas", "cara"): "dearest",
    ("moins", "cher"): "cheapest",
    ("moins", "chere"): "cheapest",
    ("plus", "cher"): "dearest",
    ("plus", "chere"): "dearest",
    ("plus", "tot"): "earliest",
    ("plus", "tard"): "latest",
    ("mas", "tarde"): "latest",
    ("mas", "temprano"): "earliest",
    ("mas", "temprana"): "earliest",
    ("you", "choose"): "any",
    ("don", "t", "care"): "any",
    ("dont", "care"): "any",
    ("no", "preference"): "any",
    ("n", "importe"): "any",
}
LAST_WORDS = words_in("last ultimo ultima dernier derniere letzte letzten letzter letztes")
CHOICE_NOUNS = words_in(
    "one option choice opcion choix wahl slot time hora number numero nummer nr"
)
ARTICLES = words_in("the la el lo le les der die das den dem option opcion number #")
