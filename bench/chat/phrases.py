"""The project's own phrases: templates of what guests say, written out."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "phrases"
_ALTERNATIVES = re.compile(r"\(([^()]*)\)")
_FILLER = re.compile(r"\{(\w+)\}")
_SPACES = re.compile(r"\s+([,.?!])|\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A text and the intent it stands for. `group` is the template it comes from."""

    text: str
    intent: str
    group: str


def own_phrases(*, most_each: int, seed: int = 7) -> Iterator[Phrase]:
    """Write out each template in at most `most_each` ways, the same on every run."""
    fillers = _fillers()
    for path in sorted(FOLDER.glob("*.txt")):
        if path.stem == "fillers":
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            chance = random.Random(f"{seed}{path.stem}{number}")
            for text in _written_out(line, fillers, chance, most_each):
                yield Phrase(text=text, intent=path.stem, group=f"{path.stem}:{number}")


def _fillers() -> dict[str, list[str]]:
    rows = (FOLDER / "fillers.txt").read_text("utf-8").splitlines()
    pairs = (row.split(":", 1) for row in rows)
    return {name: [text.strip() for text in texts.split("|")] for name, texts in pairs}


def _written_out(
    line: str, fillers: dict[str, list[str]], chance: random.Random, most: int
) -> list[str]:
    line = _FILLER.sub(lambda name: "(" + "|".join(fillers[name[1]]) + ")", line)
    if "(" not in line:
        return [line]
    texts = dict.fromkeys(_once(line, chance) for _ in range(3 * most))
    return list(texts)[:most]


def _once(line: str, chance: random.Random) -> str:
    """Choose among alternatives from the inside out."""
    while _ALTERNATIVES.search(line):
        line = _ALTERNATIVES.sub(lambda part: chance.choice(part[1].split("|")), line)
    return _SPACES.sub(lambda gap: gap[1] or " ", line).strip()
