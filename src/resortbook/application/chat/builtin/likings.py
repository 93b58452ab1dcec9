"""What a guest likes in general, and what of it shall be kept or erased."""

import re
from collections.abc import Sequence

from resortbook.application.chat.builtin.said import Said
from resortbook.application.chat.builtin.wordlists import any_of
from resortbook.application.chat.commands import Command
from resortbook.application.chat.likes import ForgetLikes, Likes
from resortbook.application.chat.state import Ask
from resortbook.application.chat.understanding.when import DayPart
from resortbook.domain.preferences import PartOfDay

Commands = Sequence[Command] | None

PARTS = {
    DayPart.MORNING: PartOfDay.MORNING,
    DayPart.NOON: PartOfDay.AFTERNOON,
    DayPart.AFTERNOON: PartOfDay.AFTERNOON,
    DayPart.EVENING: PartOfDay.EVENING,
    DayPart.NIGHT: PartOfDay.EVENING,
}
# "I would like" is a wish, "I like" is not.
LIKES = any_of(
    r"""
    (?:i|we|and)(?: (?:really|both|all|just|also|do|always))* (?:love|like|enjoy|prefer|adore)
    (?:i'?m|i am|we'?re|we are)(?: (?:really|both|all|big|very))* (?:into|(?:fond|fans?) of)
    (?:i'?m|i am|we'?re|we are)(?: (?:really|both|all|very))* keen on
    (?:me|nos) (?:gustan?|encantan?)
    (?:prefiero|preferimos)
    j'(?:aime|adore)
    nous (?:aimons|adorons|pr[ée]f[ée]rons)
    je pr[ée]f[èe]re
    (?:ich|wir) (?:mag|m[öo]gen|liebe|lieben)
    """
)
KEEP = any_of(
    r"""
    (?:please )?remember
    (?:please )?keep (?:that|it|this) in mind
    (?:recu[ée]rdalo|recuerda)
    (?:souviens-toi|retiens)
    (?:merk dir|merke dir|merken sie sich)
    """
)
KEEP_THAT = re.compile(
    r"^\W*(?:(?:yes|ok(?:ay)?|sure)[, ]+)?(?:please )?(?:do )?(?:remember|keep)"
    r"(?: (?:that|it|this|them))?(?: (?:in mind|for (?:me|us|next time)))?(?:,? please)?\W*$|"
    r"^\W*(?:recu[ée]rdalo|retiens-le|merk(?:e)? dir das)\W*$",
    re.IGNORECASE,
)
FORGET = re.compile(
    r"\b(?:forget|erase|delete|remove) (?:all )?(?:what|that|everything) (?:i|we) like\b|"
    r"\b(?:forget|erase|delete|clear) (?:all )?(?:my|our) (?:likes|preferences|tastes?)\b",
    re.IGNORECASE,
)


def keep_or_forget(said: Said) -> Commands:
    """Keep what was said to be liked, or erase it."""
    if FORGET.search(said.text):
        return (ForgetLikes(),)
    if KEEP_THAT.match(said.text) and (said.situation.state.likes or said.question is None):
        return (Likes(keep=True),)
    return None


def likes(said: Said) -> Commands:
    """Tell what one likes: kinds, or parts of the day; a wish for a day or an hour is none."""
    if not said.has(LIKES) or said.names.groups or said.when.days or said.when.times:
        return None
    if said.is_question or (said.question is not None and not said.asked(Ask.ACTIVITY)):
        return None
    codes = (said.situation.codes.get(one.category) for one in said.names.categories)
    kinds = tuple(dict.fromkeys(code for code in codes if code))
    part = PARTS.get(said.when.part) if said.when.part else None
    if not kinds and (part is None or said.situation.held):
        return None
    keep = said.has(KEEP)
    return (Likes(categories=kinds, times=(part,) if part else (), keep=keep),)
