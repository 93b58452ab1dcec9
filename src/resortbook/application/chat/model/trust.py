"""How far a proposal is believed: what changes things is held against the guest's own words."""

from collections.abc import Sequence

from resortbook.application.chat import commands as c
from resortbook.application.chat.builtin.wordlists import any_of
from resortbook.application.chat.commands import Command
from resortbook.application.chat.engine import Heard, Situation
from resortbook.application.chat.likes import ForgetLikes, Likes
from resortbook.application.chat.understanding.answers import read_answer

NEGATES = any_of(
    r"""
    no|not|none|never|stop|wait|without|don'?t|do not|won'?t|can'?t|isn'?t
    nunca|jam[aá]s|sin|espera|tampoco
    non|pas|ne|jamais|sans|attends|attendez
    nein|nicht|kein\w*|nie|niemals|ohne|warte\w*
    """
)
# Words that drop something, as the built-in engine may call it.
DROPS = (c.Cancel, c.No, c.NeverMind, c.Skip)


def needs_no_model(heard: Heard, situation: Situation, own: Sequence[Command]) -> bool:
    """Whether the words are so plain that a model could only get them wrong, or are not for us.

    Taps, danger, bare answers and the way back from the desk are read by rules alone; while the
    desk answers, nothing else is heard.
    """
    if not heard.text.strip() or heard.button or situation.is_with_desk:
        return True
    if any(isinstance(one, c.BackToBot) or _is_danger(one) for one in own):
        return True
    is_answer = isinstance(own[0], c.Yes | c.No | c.Pick | c.Skip | c.Room)
    return len(own) == 1 and is_answer and read_answer(heard.text).whole


def is_believable(proposed: Sequence[Command], heard: Heard, own: Sequence[Command]) -> bool:
    """Hold what would change something against the guest's own words.

    What confirms, moves or cancels is the guest's yes alone: a model's counts only where the
    words refuse nothing and ask nothing. What drops something is not believed where the
    built-in engine read a wish or a question in the same words.
    """
    if any(isinstance(one, c.Yes) for one in proposed):
        return _is_yes(proposed, heard, own)
    if any(_is_about_profile(one) for one in proposed):
        return any(_is_about_profile(one) or _is_unsure(one) for one in own)
    if any(isinstance(one, DROPS) for one in proposed):
        return _refuses(heard) or any(isinstance(one, DROPS) or _is_unsure(one) for one in own)
    return True


def _is_danger(command: Command) -> bool:
    return isinstance(command, c.Desk) and command.is_hurt


def _is_about_profile(command: Command) -> bool:
    """Whether it changes what is kept of the guest: only by the guest's own word."""
    is_kept = isinstance(command, Likes) and command.keep
    return is_kept or isinstance(command, ForgetLikes)


def _is_unsure(command: Command) -> bool:
    """Whether the built-in engine does not know the words, or the language, or only guesses."""
    is_guess = isinstance(command, c.Browse) and command.details == c.Details()
    return is_guess or isinstance(command, c.OutOfScope)


def _is_yes(proposed: Sequence[Command], heard: Heard, own: Sequence[Command]) -> bool:
    """Whether the guest agrees: by the rules, or in words that the rules do not know at all."""
    if any(isinstance(one, c.Yes) for one in own):
        return True
    answer = read_answer(heard.text)
    is_doubtful = answer.wait or answer.never_mind or "?" in heard.text or _refuses(heard)
    is_unknown = all(_is_unsure(one) for one in own)
    return is_unknown and not is_doubtful and len(proposed) == 1


def _refuses(heard: Heard) -> bool:
    answer = read_answer(heard.text)
    return answer.no or answer.never_mind or NEGATES.search(heard.text) is not None
