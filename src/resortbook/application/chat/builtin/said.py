"""A message as it is read: each thing in it found once, when somebody asks for it."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from uuid import UUID

from resortbook.application.chat.builtin import (
    words_of_changes,
    words_of_finding,
    words_of_talk,
)
from resortbook.application.chat.builtin.family import whole_family
from resortbook.application.chat.commands import Details, WhichBooking
from resortbook.application.chat.engine import Situation
from resortbook.application.chat.state import Ask, Question
from resortbook.application.chat.understanding.answers import Answer, read_answer
from resortbook.application.chat.understanding.intents import IntentGuess, guess_intent
from resortbook.application.chat.understanding.language import language_of
from resortbook.application.chat.understanding.money import Budget, read_budget
from resortbook.application.chat.understanding.names import Found, NameMatch
from resortbook.application.chat.understanding.party import PartySaid, read_party
from resortbook.application.chat.understanding.tokens import Span
from resortbook.application.chat.understanding.when import When, read_when

CUT = re.compile(
    r"\s*(?:,?\s+(?:and|und|et|y|then|plus|also)\s+|[;\n]|\.\s)\s*(?:also\s+|then\s+)?",
    re.IGNORECASE,
)
THE_ONE = re.compile(r"\b((?:the|that|this)(?: \w+)? )(ones?)\b", re.IGNORECASE)
SO_MANY_PEOPLE = re.compile(
    r"(?<![\w.,])(-?\d[\d.,]*)\s+(?:people|persons|guests|adults|personas|adultos|personnes|"
    r"adultes|personen|leute|erwachsene)\b",
    re.IGNORECASE,
)
MOST_SAID = 9_999
# "yes for 4" is a party, "for 4 pm" is not.
FOR_SO_MANY = re.compile(
    r"\bfor (?:\d|one|two|three|four|five|six)\b"
    r"(?!\s*(?:[ap]\.?m|o'?clock|:|h\b|today|tomorrow))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """The words of a message in their situation."""

    text: str
    situation: Situation

    @cached_property
    def lang(self) -> str:
        """The language it is probably in."""
        return language_of(self.text)

    @property
    def question(self) -> Question | None:
        """What the guest was asked."""
        return self.situation.state.question

    def asked(self, *asks: Ask) -> bool:
        """Whether the guest was asked one of these."""
        return self.question is not None and self.question.ask in asks

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern's words are in it."""
        return pattern.search(self.text) is not None

    @cached_property
    def names(self) -> Found:
        """The activities and kinds that it names; the word of a kind names no activity."""
        found = self.situation.catalogue.find(self.text, lang=self.lang)
        kinds = [one.span for one in found.categories]
        groups = [one for one in found.groups if not _is_within(one[0].span, kinds)]
        return replace(found, groups=tuple(groups))

    @cached_property
    def nameless(self) -> str:
        """The text without the names, whose numbers count nothing."""
        text = self.names.rest(self.text)
        for pattern in (words_of_talk.ROOM_SAID, words_of_talk.AGE_TOLD):
            text = pattern.sub(lambda match: " " * len(match[0]), text)
        return words_of_changes.REFERENCE.sub(_without_reference, text)

    @cached_property
    def when(self) -> When:
        """Day and time."""
        is_size = self.has(words_of_changes.PARTY) or self.has(FOR_SO_MANY)
        expects = self.asked(Ask.TIME, Ask.MOVE_TIME) and not is_size
        # "The afternoon one" names no hour.
        text = THE_ONE.sub(lambda match: f"{match[1]}{' ' * len(match[2])}", self.nameless)
        return read_when(text, self.situation.local, expects=expects, lang=self.lang)

    @cached_property
    def party(self) -> PartySaid | None:
        """Who comes."""
        expects = self.asked(Ask.PARTY_SIZE)
        rest = self.when.rest(self.nameless)
        told = read_party(rest, expects=expects, lang=self.lang) or impossible_party(rest)
        return whole_family(self.text, told)

    @cached_property
    def budget(self) -> Budget | None:
        """What may be spent."""
        return read_budget(self.when.rest(self.nameless))

    @cached_property
    def answer(self) -> Answer:
        """Yes, no, one of the choices."""
        return read_answer(self.text, lang=self.lang)

    @cached_property
    def guess(self) -> IntentGuess:
        """What the classifier makes of it."""
        return guess_intent(self.text, lang=self.lang)

    @cached_property
    def fact_certainty(self) -> float:
        """How sure the resort's facts answer it."""
        return self.situation.certainty(self.text)

    @property
    def is_question(self) -> bool:
        """Whether it asks for something to be told."""
        return self.has(words_of_finding.ASKS)

    @property
    def category(self) -> str | None:
        """The kind of activity that it names."""
        found = self.names.categories
        return self.situation.codes.get(found[0].category) if found else None

    @property
    def request(self) -> str:
        """A special request."""
        match = words_of_talk.REQUEST.search(self.text)
        return (match["wish"] or match["other"] or "").strip() if match else ""

    @property
    def says_slots(self) -> bool:
        """Whether it says anything of what a booking is made of."""
        return bool(self.names.matches or self.when or self.party)

    @property
    def wishes_named(self) -> list[tuple[UUID, ...]]:
        """The activities that each name may mean."""
        return [_ids(group) for group in self.names.groups]

    def details(self) -> Details:
        """All that it says of one wish."""
        group = self.names.groups[0] if self.names.groups else ()
        return Details(
            activities=_ids(group),
            category=None if group else self.category,
            when=self.when,
            party=self.party,
            budget=self.budget,
            request=self.request,
        )

    def wishes(self) -> list[Details]:
        """What it says of each of the activities that it names.

        A day or a party that stands with only one of them is meant for all.
        """
        groups = self.names.groups
        if len(groups) < 2:
            return [self.details()]
        pieces = [
            Said(self.text[start:end], self.situation) for start, end in self._pieces(groups)
        ]
        told = [one.details() for one in pieces]
        return [
            Details(
                activities=_ids(group),
                when=one.when if one.when.days else _with_day(one.when, self.when, told),
                party=one.party or self.party,
                budget=one.budget,
            )
            for group, one in zip(groups, told, strict=True)
        ]

    def which(self, text: str | None = None) -> WhichBooking:
        """Which booking it names, in all of its words or some."""
        part = self if text is None else Said(text, self.situation)
        reference = words_of_changes.REFERENCE.search(part.text)
        code = f"{reference[1]}{reference[2]}" if reference else ""
        ids = tuple(one for group in part.names.groups for one in _ids(group))
        return WhichBooking(
            reference=code.upper() if any(char.isdigit() for char in code) else None,
            activities=ids,
            when=part.when,
        )

    def _pieces(self, groups: tuple[tuple[NameMatch, ...], ...]) -> list[tuple[int, int]]:
        starts = [0]
        for before, after in pairwise(groups):
            low, high = before[0].span[1], after[0].span[0]
            cuts = [match.end() for match in CUT.finditer(self.text, low, high)]
            starts.append(cuts[-1] if cuts else high)
        ends = [*starts[1:], len(self.text)]
        return list(zip(starts, ends, strict=True))


def impossible_party(text: str) -> PartySaid | None:
    """Return a party that nobody can have, so that it is refused and not passed over."""
    match = SO_MANY_PEOPLE.search(text)
    if match is None:
        return None
    digits = match[1].replace(",", "")
    return PartySaid(total=min(int(digits), MOST_SAID) if digits.isdecimal() else 0)


def _is_within(span: Span, others: list[Span]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in others)


def _ids(group: tuple[NameMatch, ...]) -> tuple[UUID, ...]:
    return tuple(UUID(one.id) for one in group)


def _with_day(when: When, whole: When, told: list[Details]) -> When:
    days = next((one.when for one in told if one.when.days), whole)
    if not when:
        return days
    return When(
        days=days.days,
        until=days.until,
        times=when.times,
        part=when.part,
        after=when.after,
        before=when.before,
        is_past=days.is_past,
    )


def _without_reference(match: re.Match[str]) -> str:
    """Blank out a reference: of "7NOV-K2P4" no letter is a month; "22nd-23rd" is none."""
    has_both = any(map(str.isdigit, match[0])) and any(map(str.isalpha, match[0]))
    is_span = match[1][0].isdigit() and match[2][0].isdigit() and "-" in match[0]
    return " " * len(match[0]) if has_both and not is_span else match[0]
