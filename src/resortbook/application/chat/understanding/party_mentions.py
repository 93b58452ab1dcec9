"""Every place of a message that says who comes, with how sure it is."""

from resortbook.application.chat.understanding.counted_people import counted_at, number_alone_at
from resortbook.application.chat.understanding.items import Items, word_at
from resortbook.application.chat.understanding.mention import Mention, Strength
from resortbook.application.chat.understanding.named_people import (
    aged_at,
    group_word_at,
    named_at,
)
from resortbook.application.chat.understanding.party_words import POSSESSIVE, Role
from resortbook.application.chat.understanding.vocabulary import words_in


def mentions_in(items: Items, *, taken: frozenset[int], expects: bool) -> list[Mention]:
    """Return the mentions of people in order; `taken` places are no counts."""
    found: list[Mention] = []
    place = 0
    while place < len(items):
        mention = _mention(items, place, taken, expects=expects)
        if mention is not None:
            found.append(mention)
        place = mention.last if mention is not None else place + 1
    return _with_speaker(items, found)


def _mention(
    items: Items, place: int, taken: frozenset[int], *, expects: bool
) -> Mention | None:
    if place not in taken:
        counted = counted_at(items, place) or number_alone_at(items, place, expects=expects)
        if counted is not None:
            return counted
    return named_at(items, place) or group_word_at(items, place) or aged_at(items, place)


def _with_speaker(items: Items, found: list[Mention]) -> list[Mention]:
    """Count the speaker where only company is named: `I'm coming with my dad`.

    One relative alone is no party: `a surprise for my wife`.
    """
    if not found or any(mention.role in {Role.SELF, Role.ANYBODY} for mention in found):
        return found
    first = found[0].first
    place = first - 1 - (word_at(items, first - 1) in POSSESSIVE)
    earlier = [word_at(items, i) for i in range(place)]
    if word_at(items, place) not in {"with", "con", "avec", "mit"} or not _COMING & set(
        earlier
    ):
        return found
    alone = {"i", "je", "ich", "voy", "ire"} & set(earlier)
    if not alone or "we" in earlier:
        return found
    speaker = Mention(
        role=Role.SELF, count=1, first=place, last=place + 1, strength=Strength.SURE
    )
    return [speaker, *found]


_COMING = words_in(
    "come coming arrive arriving travel traveling travelling stay staying go going am "
    "be will join voy viajo vengo ire viens viendrai voyage komme reise"
)
