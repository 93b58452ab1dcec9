"""How many come, and how old they are."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from resortbook.application.chat.understanding.ages import ages_in
from resortbook.application.chat.understanding.items import Items, items_of, word_at
from resortbook.application.chat.understanding.language import LANGUAGES, language_of
from resortbook.application.chat.understanding.mention import Mention, Strength
from resortbook.application.chat.understanding.party_mentions import mentions_in
from resortbook.application.chat.understanding.party_words import (
    ADDING,
    INCLUDING,
    JOINING,
    POSSESSIVE,
    Role,
)
from resortbook.application.chat.understanding.tokens import Span, merged

LARGEST = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySaid:
    """A party as it was told; what was not told is None."""

    total: int
    adults: int | None = None
    children: int | None = None
    infants: int | None = None
    ages: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """People who are told together: `me, my wife and our 2 kids`."""

    mentions: tuple[Mention, ...]
    total: int
    by_role: dict[Role, int] = field(default_factory=dict)

    @property
    def strength(self) -> Strength:
        return max(mention.strength for mention in self.mentions)


def read_party(
    text: str, *, expects: bool = False, lang: str | None = None
) -> PartySaid | None:
    """Return the party that the text names, None where it names none.

    With `expects` a bare number is the party, for that was asked. Mask names of activities,
    days and times before, for their numbers are not people.
    """
    language = lang if lang in LANGUAGES else language_of(text)
    items = items_of(text, language)
    ages = ages_in(items)
    mentions = _clear(mentions_in(items, taken=ages.places, expects=expects))
    group = _wanted(_groups(items, mentions))
    if group is None or not 0 <= group.total <= LARGEST:
        return None
    return replace(_said(group, items), ages=ages.years)


def _clear(mentions: list[Mention]) -> list[Mention]:
    """Leave out vague ones where others tell more: `two families: 4 adults and 5 kids`."""
    clear = [one for one in mentions if not one.is_vague and one.count]
    return clear or mentions


def _groups(items: Items, mentions: list[Mention]) -> list[_Group]:
    rows: list[list[Mention]] = []
    for mention in mentions:
        if rows and _joins(items, rows[-1][-1], mention):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return [_group(items, row) for row in rows]


def _joins(items: Items, one: Mention, other: Mention) -> bool:
    """Whether two mentions are one party: nothing but `and`, `my`, `including` between them."""
    if Strength.BARE in {one.strength, other.strength} or one.is_loose or other.is_loose:
        return False
    if one.role is Role.ANYBODY and other.role is Role.ANYBODY:
        return False
    between = [word_at(items, place) for place in range(one.last, other.first)]
    allowed = JOINING | INCLUDING | POSSESSIVE | {"just", "only", "no", "without", ")", "are"}
    if between and between[0] in {"will", "would", "am", "are", "is"}:
        # "my wife and I will come with our twins"
        return len(between) <= 6 and "with" in between
    return len(between) <= 4 and all(word in allowed for word in between)


def _group(items: Items, row: list[Mention]) -> _Group:
    by_role: dict[Role, int] = {}
    for mention in row:
        by_role[mention.role] = by_role.get(mention.role, 0) + mention.count
    whole = by_role.get(Role.ANYBODY)
    parts = sum(count for role, count in by_role.items() if role is not Role.ANYBODY)
    total = parts if whole is None else whole
    if whole is not None and parts and _adds_up(items, row, whole, parts):
        total = whole + parts
    return _Group(mentions=tuple(row), total=total, by_role=by_role)


def _adds_up(items: Items, row: list[Mention], whole: int, parts: int) -> bool:
    """Whether `4 people and 2 kids` are six: with `including` or brackets they are four."""
    links = {
        word_at(items, place)
        for one, other in pairwise(row)
        if Role.ANYBODY in {one.role, other.role}
        for place in range(one.last, other.first)
    }
    return parts > whole or (bool(links & ADDING) and not links & INCLUDING)


def _counts(group: _Group) -> bool:
    """Whether it is a party: not refused, and more than a lone relative."""
    if any(one.is_refused for one in group.mentions):
        return False
    return group.total > 1 or not all(one.is_company for one in group.mentions)


def _wanted(groups: list[_Group]) -> _Group | None:
    """Return the party that counts: the best told one, of several as good the last."""
    kept = [group for group in groups if _counts(group)]
    if not kept:
        return None
    best = max(group.strength for group in kept)
    strong = [group for group in kept if group.strength is best]
    if best is Strength.BARE:
        return strong[0]
    # A party of nobody ("no kids") counts only where nobody else is named.
    return next((group for group in reversed(strong) if group.total), strong[-1])


def _said(group: _Group, items: Items) -> PartySaid:
    told = group.by_role
    adults = sum(told.get(role, 0) for role in (Role.ADULT, Role.SELF)) or None
    children, infants = told.get(Role.CHILD), told.get(Role.INFANT)
    if adults is None and Role.ANYBODY in told and (children or infants):
        adults = group.total - (children or 0) - (infants or 0)
    return PartySaid(
        total=group.total,
        adults=adults if adults is None or adults > 0 else None,
        children=children,
        infants=infants,
        spans=merged(
            (items[one.first].start, items[one.last - 1].end) for one in group.mentions
        ),
    )
