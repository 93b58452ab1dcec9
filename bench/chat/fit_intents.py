"""Fits the weights by which intents are guessed, with nothing but the standard library.

    python -m bench.chat.fit_intents --data FOLDER [--write] [--folds 3]

`--folds` measures first, each row by weights that never saw it. A minute for each fit.
"""

import argparse
import math
import random
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.chat.corpora import Row, rows_of, with_slips
from bench.chat.phrases import own_phrases
from resortbook.application.chat.understanding import intents
from resortbook.application.chat.understanding.features import BUCKETS, features_of
from resortbook.application.chat.understanding.intents import INTENTS, Weights

PLACE = {intent.value: place for place, intent in enumerate(INTENTS)}
EPOCHS = 10
STEP = 0.25
SHRINKING = 2e-6
WRITTEN_OUT = 8
# However many ways a template is written out in, together they count as three texts; what is
# none of our business has so many templates that each counts half.
A_TEMPLATE = 3.0
NOT_OURS = 1.5
A_SLIP = 0.5
LARGEST_BYTE = 127


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text's buckets, the place of its intent, and how much it counts."""

    buckets: Sequence[int]
    place: int
    weight: float


def own_examples() -> list[Example]:
    """Return the project's own phrases, each as written and with slips."""
    phrases = list(own_phrases(most_each=WRITTEN_OUT))
    each = Counter(phrase.group for phrase in phrases)
    return [
        example
        for phrase in phrases
        for example in examples_of(
            phrase.text,
            phrase.intent,
            weight=min(1.0, _worth(phrase.intent) / each[phrase.group]),
        )
    ]


def _worth(intent: str) -> float:
    return NOT_OURS if intent == intents.Intent.OUT_OF_SCOPE else A_TEMPLATE


def examples_of(text: str, intent: str, *, weight: float = 1.0) -> list[Example]:
    """Return a text as it is and with slips."""
    ways = ((text, weight), (with_slips(text), weight * A_SLIP))
    return [
        Example(buckets=features_of(way), place=PLACE[intent], weight=counts)
        for way, counts in ways
    ]


def fitted(examples: Sequence[Example]) -> list[list[float]]:
    """Return weights by bucket and intent: logistic regression by steps that grow smaller."""
    width = len(INTENTS)
    weights = [[0.0] * width for _ in range(BUCKETS)]
    seen = [[1e-8] * width for _ in range(BUCKETS)]
    chance = random.Random(1)
    order = list(range(len(examples)))
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for place in order:
            _learn(examples[place], weights, seen)
    return weights


def _learn(example: Example, weights: list[list[float]], seen: list[list[float]]) -> None:
    share = 1 / math.sqrt(len(example.buckets))
    rows = [weights[bucket] for bucket in example.buckets]
    sums = [sum(column) * share for column in zip(*rows, strict=True)]
    most = max(sums)
    odds = [math.exp(one - most) for one in sums]
    every = sum(odds)
    errors = [one / every for one in odds]
    errors[example.place] -= 1
    errors = [error * share * example.weight for error in errors]
    for bucket in example.buckets:
        row, squares = weights[bucket], seen[bucket]
        for column, error in enumerate(errors):
            slope = error + SHRINKING * row[column]
            squares[column] += slope * slope
            row[column] -= STEP * slope / math.sqrt(squares[column])


def in_bytes(weights: list[list[float]]) -> Weights:
    """Return the weights rounded to a signed byte each."""
    scale = max(abs(one) for row in weights for one in row) / LARGEST_BYTE
    values = array("b", (round(one / scale) for row in weights for one in row))
    return Weights(scale=scale, values=values)


def measured(rows: Sequence[Row], folds: int) -> None:
    """Print how many rows are guessed right, each by weights fitted without it."""
    own = own_examples()
    right: dict[str, list[bool]] = defaultdict(list)
    for fold in range(folds):
        rest = [row for place, row in enumerate(rows) if place % folds != fold]
        weights = in_bytes(fitted(own + _of_open(rest)))
        for row in (row for place, row in enumerate(rows) if place % folds == fold):
            for name, text in (("as written", row.text), ("with slips", with_slips(row.text))):
                hit = intents.guess_by(text, weights).label.value == row.intent
                right[name].append(hit)
                right[f"{name}, {row.source}"].append(hit)
                if row.intent != intents.Intent.OUT_OF_SCOPE:
                    right[f"{name}, in scope"].append(hit)
    for name, hits in sorted(right.items()):
        print(f"{name:40} {sum(hits) / len(hits):.3f} of {len(hits)}")


def _of_open(rows: Iterable[Row]) -> list[Example]:
    return [one for row in rows if row.is_open for one in examples_of(row.text, row.intent)]


def main() -> None:
    """Measure where folds are asked for, fit, and keep the weights where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with intent.jsonl")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    rows = list(rows_of(asked.data))
    random.Random(3).shuffle(rows)
    if asked.folds > 1:
        measured(rows, asked.folds)
    if asked.write:
        kept = in_bytes(fitted(own_examples() + _of_open(rows))).packed()
        path = Path(intents.__file__).with_name(intents.WEIGHTS_FILE)
        path.write_bytes(kept)
        print(f"{path.name}: {len(kept)} bytes")


if __name__ == "__main__":
    main()
