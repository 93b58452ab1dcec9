"""What became of a message that a model was, or was to be, asked about."""

from enum import StrEnum


class Outcome(StrEnum):
    """As it is counted: the proposal was used, or why the built-in engine answered instead.

    The assistant's own failures have the names that its port gives them. `WRONG` is no command,
    `NOT_THEIRS` about a booking that the guest does not have, `NOT_SAID` in words that the
    guest did not say, `DOUBTED` against the guest's words; `SPENT` is over an allowance.
    """

    USED = "used"
    TIMED_OUT = "timed_out"
    AWAY = "away"
    BUSY = "busy"
    REFUSED = "refused"
    NO_CALL = "no_call"
    MALFORMED = "malformed"
    LEFT_ALONE = "left_alone"
    WRONG = "wrong"
    NOT_THEIRS = "not_theirs"
    NOT_SAID = "not_said"
    DOUBTED = "doubted"
    SPENT = "spent"
