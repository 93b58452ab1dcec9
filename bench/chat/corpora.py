"""Rows of the corpora that weights may be fitted on, and slips of the thumb in them."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Share-alike corpora (sgd, xsid) are for measuring alone: weights made of them could not ship.
OPEN_SOURCES = frozenset(
    {
        "clinc150",
        "nlupp-hotels",
        "snips",
        "nlu-eval",
        "financial-demo",
        "helpdesk-assistant",
        "NLU-training-data",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A text of a corpus with the intent that it was given."""

    text: str
    intent: str
    source: str

    @property
    def is_open(self) -> bool:
        """Whether its licence lets weights that were made of it be given away."""
        return self.source in OPEN_SOURCES


def rows_of(folder: Path) -> Iterator[Row]:
    """Read `intent.jsonl` of a folder: an object a line with `text`, `intent` and `src`."""
    for line in (folder / "intent.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Row(text=row["text"], intent=row["intent"], source=row["src"])


def with_slips(text: str, *, seed: int = 0) -> str:
    """Return the text as it comes from a thumb: lower case, a slip in about 14 letters."""
    chance = random.Random(f"{seed}{text}")
    letters = list(text.lower().rstrip(".!?"))
    for _ in range(max(1, len(letters) // 14)):
        if len(letters) < 4:
            break
        place = chance.randrange(len(letters) - 1)
        if letters[place].isalpha() and letters[place + 1].isalpha():
            letters[place : place + 2] = _slip(letters[place], letters[place + 1], chance)
    return "".join(letters)


def _slip(one: str, other: str, chance: random.Random) -> list[str]:
    kind = chance.randrange(3)
    if kind == 0:
        return [other, one]
    return [other] if kind == 1 else [one, one, other]
