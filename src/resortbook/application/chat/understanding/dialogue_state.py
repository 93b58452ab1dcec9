"""Day, time and party over the turns of a dialogue: what was said, what was agreed to.

Values that the other side proposes wait until the guest agrees; a yes to a summary settles all
that was proposed and not corrected meanwhile.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time

from resortbook.application.chat.understanding.answers import Answer, read_answer
from resortbook.application.chat.understanding.intents import Intent, guess_intent
from resortbook.application.chat.understanding.party import read_party
from resortbook.application.chat.understanding.when import When, read_when


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What the other side said last. `is_summary`: it asks to confirm what it repeats.

    `asks_*`: that was asked for, so that a bare number is an answer to it. A proposal that is
    no summary and no counter-offer (`is_instead`) shows something that is found: of it the day
    is settled by choosing it, the hour goes with the thing.
    """

    day: date | None = None
    clock: time | None = None
    party: int | None = None
    is_summary: bool = False
    is_instead: bool = False
    asks_when: bool = False
    asks_party: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was proposed."""
        return self.day is None and self.clock is None and self.party is None


@dataclass(slots=True)
class DialogueState:
    """Day, time and party as they stand; turns are told in order by `hear`."""

    now: datetime
    lang: str | None = None
    day: date | None = None
    clock: time | None = None
    party: int | None = None
    _summed_up: Proposed = field(default_factory=Proposed)
    _shown: Proposed = field(default_factory=Proposed)

    def hear(self, text: str, proposed: Proposed) -> None:
        """Take a guest's message, said after that proposal."""
        self._remember(proposed)
        guess = guess_intent(text).label
        answer = read_answer(text)
        if proposed.is_summary:
            if _agrees(text, guess, answer):
                self._settle(self._summed_up)
        elif self._chooses(text, guess, answer, proposed):
            shown = self._shown
            self._settle(shown if shown.is_instead else Proposed(day=shown.day))
        if guess not in _LEAVING or proposed.asks_when or proposed.asks_party:
            self._take(text, proposed)

    def _remember(self, proposed: Proposed) -> None:
        if proposed.is_empty:
            return
        if proposed.is_summary:
            self._summed_up = _laid_over(self._summed_up, proposed)
        else:
            self._shown = proposed

    def _chooses(self, text: str, guess: Intent, answer: Answer, proposed: Proposed) -> bool:
        """Whether the guest takes what was shown, at once or after a question about it."""
        if self._shown.is_empty or proposed.asks_when or proposed.asks_party:
            return False
        if self._shown.is_instead:
            # A counter-offer stands for one turn, and wants a yes.
            return _agrees(text, guess, answer) and proposed is self._shown
        refuses = _refuses(answer) or answer.more
        return guess in _CHOOSING and not (refuses and guess is not Intent.THANKS)

    def _settle(self, agreed: Proposed) -> None:
        self.day = agreed.day or self.day
        self.clock = agreed.clock or self.clock
        self.party = agreed.party or self.party

    def _take(self, text: str, proposed: Proposed) -> None:
        when = read_when(text, self.now, expects=proposed.asks_when, lang=self.lang)
        asks_party = proposed.asks_party or proposed.party is not None
        party = read_party(when.rest(text), expects=asks_party, lang=self.lang)
        # "this weekend" narrows a search, it settles no day.
        if when.days and when.until is None:
            self.day = when.days[0]
        if when.times:
            self.clock = likeliest(when, self.clock)
        if party is not None and party.total > 0:
            self.party = party.total
        if when or party is not None:
            self._summed_up = _laid_over(
                self._summed_up,
                Proposed(
                    day=when.days[0] if when.days else None,
                    clock=likeliest(when, None) if when.times else None,
                    party=party.total if party is not None else None,
                ),
            )


def _laid_over(below: Proposed, above: Proposed) -> Proposed:
    return Proposed(
        day=above.day or below.day,
        clock=above.clock or below.clock,
        party=above.party or below.party,
        is_summary=True,
    )


def likeliest(when: When, before: time | None) -> time | None:
    """Return the time that is meant; of morning and evening the one nearer to the last one."""
    if before is None or len(when.times) < 2:
        return when.times[0]
    return min(when.times, key=lambda one: abs(one.hour - before.hour))


def _agrees(text: str, guess: Intent, answer: Answer) -> bool:
    """Whether a message agrees, be it in its first sentence: `Perfect. Where is it?`"""
    if _refuses(answer):
        return False
    if answer.yes or guess in {Intent.CONFIRM, Intent.THANKS}:
        return True
    first = re.split(r"(?<=\w)[.!]+\s", text, maxsplit=1)
    return len(first) > 1 and (
        read_answer(first[0]).yes or guess_intent(first[0]).label is Intent.CONFIRM
    )


def _refuses(answer: Answer) -> bool:
    return answer.no or answer.never_mind or answer.wait


_LEAVING = frozenset({Intent.THANKS, Intent.GOODBYE})
_CHOOSING = frozenset({Intent.CONFIRM, Intent.BOOK, *_LEAVING})
