"""What a message is after, guessed from its words by weights that were fitted before."""

from dataclasses import dataclass
from enum import StrEnum


class Intent(StrEnum):
    """What guests are after."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class IntentGuess:
    """The likeliest intent and the next one, with their probabilities (0..1)."""

    label: Intent
    probability: float
    runner_up: Intent
    runner_up_probability: float


def guess_intent(text: str, *, lang: str | None = None) -> IntentGuess:
    """Return what the text is probably after; `out_of_scope` where it is nothing of ours."""
    return IntentGuess(
        label=Intent.OUT_OF_SCOPE,
        probability=0.0,
        runner_up=Intent.OUT_OF_SCOPE,
        runner_up_probability=0.0,
    )
