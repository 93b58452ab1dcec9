"""What a message is after, guessed from its words by weights that were fitted before."""

import math
import zlib
from array import array
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from resortbook.application.chat.understanding.features import BUCKETS, features_of


class Intent(StrEnum):
    """What guests are after, in the order of their weights."""

    BROWSE = "browse_activities"
    BOOK = "book_activity"
    CHECK = "check_booking"
    CANCEL = "cancel_booking"
    RESCHEDULE = "reschedule"
    RECOMMEND = "get_recommendations"
    ASK = "ask_info"
    CONFIRM = "confirm"
    DENY = "deny"
    HELP = "help"
    HUMAN = "human"
    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    OUT_OF_SCOPE = "out_of_scope"


INTENTS = tuple(Intent)
WEIGHTS_FILE = "intent_weights.bin"
"""A scale of four bytes (a float), then compressed a byte for each bucket and intent."""
_SCALE_BYTES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class IntentGuess:
    """The likeliest intent and the next one, with their probabilities (0..1)."""

    label: Intent
    probability: float
    runner_up: Intent
    runner_up_probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A weight of one byte for each bucket and intent, and what it is to be multiplied by."""

    scale: float
    values: "array[int]"

    def packed(self) -> bytes:
        """Return the weights as they are kept in a file."""
        return array("f", [self.scale]).tobytes() + zlib.compress(self.values.tobytes(), 9)


def unpacked(kept: bytes) -> Weights:
    """Return the weights that a file holds."""
    scale = array("f", kept[:_SCALE_BYTES])[0]
    values = array("b", zlib.decompress(kept[_SCALE_BYTES:]))
    if len(values) != BUCKETS * len(INTENTS):
        raise ValueError("the weights belong to other features")
    return Weights(scale=scale, values=values)


def guess_intent(text: str, *, lang: str | None = None) -> IntentGuess:
    """Return what the text is probably after; `out_of_scope` where it is nothing of ours.

    The language does not matter: words of all four have their weights.
    """
    return guess_by(text, _weights())


def guess_by(text: str, weights: Weights) -> IntentGuess:
    """Return what the text is probably after by these weights."""
    chances = _chances(text, weights)
    order = sorted(range(len(INTENTS)), key=lambda place: -chances[place])
    best, second = order[0], order[1]
    return IntentGuess(
        label=INTENTS[best],
        probability=chances[best],
        runner_up=INTENTS[second],
        runner_up_probability=chances[second],
    )


@cache
def _weights() -> Weights:
    return unpacked(files(__package__).joinpath(WEIGHTS_FILE).read_bytes())


def _chances(text: str, weights: Weights) -> list[float]:
    buckets, width = features_of(text), len(INTENTS)
    sums = [0] * width
    for bucket in buckets:
        row = weights.values[bucket * width : bucket * width + width]
        sums = [total + weight for total, weight in zip(sums, row, strict=True)]
    factor = weights.scale / math.sqrt(len(buckets))
    most = max(sums)
    odds = [math.exp((total - most) * factor) for total in sums]
    every = sum(odds)
    return [one / every for one in odds]
